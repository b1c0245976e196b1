"""XML as a file of Digest: its elements, and the line that tells whose file it is."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

__all__ = ["Element", "add", "document"]


def add(parent: Element, tag: str, text: str = "", /, **attributes: str) -> Element:
    """Add an element below another.

    Args:
        parent: gets it as its last child.
        tag: with the prefix that the document declares.
        text: one line; ElementTree escapes it.
        attributes: whose values ElementTree escapes, too.
    """
    element = SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def document(root: Element, path: str) -> str:
    """Give a whole file.

    The second line is an instruction to Digest itself, which every other reader passes over:
    it names the path, as the front matter of a page does, so that `write` knows the file again.
    """
    indent(root)
    lines = ('<?xml version="1.0" encoding="utf-8"?>', f"<?digest-page {path}?>")
    return "\n".join((*lines, tostring(root, encoding="unicode"), ""))
