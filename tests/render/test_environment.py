"""A template cannot forget to escape."""

from __future__ import annotations

from importlib.resources import files

import pytest
from jinja2 import UndefinedError, nodes

from digest.escape import Markdown
from digest.render.environment import environment

TEMPLATES = sorted(file.name for file in files("digest").joinpath("templates").iterdir())


def _template(source: str, **values: object) -> str:
    return environment().from_string(source).render(**values)


def test_a_template_escapes_what_it_prints() -> None:
    assert _template("{{ text }}", text="*a*") == "&#42;a&#42;"


@pytest.mark.parametrize(
    "expression", ["mark ~ text", "text ~ mark", "mark + text", "mark | upper", "[mark] | join('')"]
)
def test_what_is_made_of_marked_text_is_not_marked(expression: str) -> None:
    shown = _template(f"{{{{ {expression} }}}}", mark=Markdown("<b>"), text="<i>")
    assert "<" not in shown


def test_marked_text_passes() -> None:
    assert _template("{{ text }}", text=Markdown("**a**")) == "**a**"


def test_what_is_missing_is_not_printed_as_nothing() -> None:
    with pytest.raises(UndefinedError):
        _template("{{ nothing }}")


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_have_no_way_around_escaping(name: str) -> None:
    source = files("digest").joinpath("templates", name).read_text("utf-8")
    tree = environment().parse(source)
    # A macro, a call block and a filtered block hand text over that Jinja marks itself.
    forbidden = (nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.AssignBlock)
    assert not [*tree.find_all(forbidden), *tree.find_all(nodes.ScopedEvalContextModifier)]
    assert not [f for f in tree.find_all(nodes.Filter) if f.name in {"safe", "escape", "e"}]
