"""Spells elements of SVG. Words that come from a source are escaped here."""

from __future__ import annotations

from digest import escape


def percent(share: float) -> str:
    """Spell a share of the width, such as `0.5`, in the same few letters everywhere."""
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + "%"


def element(name: str, *content: str, **attributes: str | float) -> str:
    """Spell an element; `class_` and `text_anchor` become `class` and `text-anchor`.

    Args:
        name: of the element.
        content: elements, spelled already.
        attributes: numbers and words of ours.
    """
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{pairs}>{''.join(content)}</{name}>"


def picture(height: int, title: str, *content: str) -> str:
    """Give a drawing that says in words what it shows.

    Args:
        height: in pixels; it is as wide as it may be.
        title: what a reader who cannot see it is told.
        content: elements, spelled already.
    """
    return element(
        "svg",
        element("title", escape.escape(title)),
        *content,
        role="img",
        width="100%",
        height=height,
    )


def ornament(height: int, *content: str, width: str = "100%") -> str:
    """Give a drawing of what stands in words beside it; nobody is told of it twice."""
    return element("svg", *content, aria_hidden="true", width=width, height=height)


def words(text: str) -> str:
    """Give words that a browser shows when the pointer rests on what they stand in."""
    return element("title", escape.escape(text))


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
