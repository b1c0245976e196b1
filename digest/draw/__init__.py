"""Draws small charts as inline SVG: pure functions from numbers and days to text.

A drawing is as wide as the place it gets: across it everything stands at a share of
the width, along its height at pixels that are fixed. So nothing shrinks on a phone,
and nothing moves while a page loads. Colours are the style sheet's, by class.

What is drawn stands in words near it on the page, too; that is `render`'s part.
"""

from digest.draw.axis import Axis, Tick, span
from digest.draw.bars import bar
from digest.draw.dots import Dot, dots, scale, strip, symbol

__all__ = ["Axis", "Dot", "Tick", "bar", "dots", "scale", "span", "strip", "symbol"]
