"""Families: paragraphs that tell a reader the same thing, one shown, the others folded.

Every member is judged against its keeper, never by chain. Wording alone never
folds two statements: speaker, day and event decide first, as far as they are
known, and one veto keeps two paragraphs apart. What tells the same in other words
is judged by adding up signs, each worth whole points (`points`).

The thresholds are round numbers, set on `paragraph-pairs-dev`, `retold-dev` and the
benchmark in `tests/eval/folding`. How the points were found stands beside them.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from digest.lexicon import table
from digest.model import Copy, Family
from digest.text import numbered_slugs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.model import Label, Overlap, Paragraph


class Found(NamedTuple):
    """That a paragraph tells the same as another one; the greater, the surer."""

    points: int
    score: float
    other: str
    why: str


_OTHER = 0.7  # of being sure that two descriptions are not one speaker's
_PERSON = 0.9  # of being sure that two names are one person's
_FULL = 0.6  # of the fullest text's length, from which another may keep in its place
_COPIED = 0.75  # of the shorter text's words in runs that the longer one has too
_VERBATIM = 0.9  # of them, for texts that far apart in time
_WORDS = 5  # telling words below which a copy may be chance
_REWORDED = 0.04  # of a copy's words that may be exchanged for others
_QUOTED = 0.7  # of the shorter quotation's words in the longer one
_QUOTED_WORDS = 5
_REPHRASED = 0.15  # of a long quotation's words that may be
_NOBODY = 0.45  # of likeness, where nobody speaks
_SAID = 0.35  # of what is said, to be alike
_CLOSE = 0.6  # of it, to be so alike that a 'not' in it matters
_WHOLE = 0.97  # of it, where a 'no' is all that one of them adds
_DETAILED = 0.6  # of likeness, below which each text tells things of its own
_ALONE = 0.6  # of likeness, where nothing else says that they belong together
_LEAST = 0.2  # of likeness, where not one and the same speaks
_PHRASE = 2  # pairs of words in a row in quotation marks: three words
_LONG_PHRASE = 10  # of them, which nobody says twice by chance
_IN_COMMON = 1.5  # rare words' worth that both tell, besides who speaks
_MATTER = 3.0  # of them, where the rest is told in other words
_SAID_MATTER = 1.7  # of them in what one person says
_LITTLE_MATTER = 1.7  # of them where nothing else is as near, and neither text goes on
_SPOKEN_MATTER = 0.7  # of them there, where one and the same speaks
_FEW = 3  # words that each text has of its own
_LITTLE = 8  # words that one text has more
_NEAREST = 0.4  # of the likeness, by which the next text is less alike
_REPEATED = 5.0  # of them, where one article may tell it twice
_RETOUCHED = 0.6  # of the shorter text's words in runs, where one word may be all that differs
_CONTAINED = 0.9  # of the one text in the other, by meaning, there
_SAID_OTHERWISE = 0.15  # of it, below which one person speaks of something else
_SAID_LEAST = 0.25  # of what the one is reported to say in what the other is
_NEIGHBOURS = 2  # paragraphs apart in one article that still continue each other
_DAYS = 5  # between publications, up to which two articles tell the news of one day
_RECENT = 14  # days between publications of one piece of news


def fold(
    paragraphs: Sequence[Paragraph], labels: Sequence[Label], overlaps: Sequence[Overlap]
) -> tuple[Family, ...]:
    """Put every text paragraph into exactly one family.

    The fullest paragraph keeps, or one about as full that more of the others
    repeat; each of the others goes to the keeper for which most speaks.

    Args:
        paragraphs: of all articles, in order.
        labels: what each is; only plain text has a family.
        overlaps: pairs with their evidence.

    Returns:
        Families in the order of their keepers; copies in the order of likeness.
    """
    kinds = {label.paragraph: label.kind for label in labels}
    shown = [p for p in paragraphs if kinds[p.id] == "text"]
    alike = _verdicts(overlaps)
    copies: dict[str, list[Copy]] = {keeper: [] for keeper in _keepers(shown, alike)}
    for paragraph in shown:
        if paragraph.id not in copies:
            found = max(found for found in alike[paragraph.id] if found.other in copies)
            copies[found.other].append(Copy(paragraph.id, found.why, found.score))
    return tuple(_families(shown, copies))


def _keepers(shown: Sequence[Paragraph], alike: Mapping[str, list[Found]]) -> Iterator[str]:
    """Choose who keeps: whoever takes in the others for which most speaks, the fullest of several.

    None takes in a text that is much fuller than itself. What a text takes in only grows
    less, so that each is looked at again where it stands first (a lazy priority queue).
    """
    lengths = {paragraph.id: len(paragraph.text) for paragraph in shown}
    open_ones = set(lengths)

    def takes_in(name: str) -> dict[str, int]:
        full = lengths[name] / _FULL
        found = (found for found in alike.get(name, ()) if found.other in open_ones)
        return {each.other: each.points for each in found if lengths[each.other] <= full}

    def rank(name: str) -> tuple[int, int, str]:
        return -sum(takes_in(name).values()), -lengths[name], name

    queue = sorted(map(rank, lengths))
    while queue:
        *_, name = first = heappop(queue)
        if name in open_ones and rank(name) != first:
            heappush(queue, rank(name))
        elif name in open_ones:
            open_ones -= {name, *takes_in(name)}
            yield name


def _verdicts(overlaps: Iterable[Overlap]) -> dict[str, list[Found]]:
    """Give, for each paragraph, those that tell the same."""
    alike: dict[str, list[Found]] = defaultdict(list)
    for overlap in overlaps:
        why = verdict(overlap)
        if why is not None:
            sure = sum(worth for _, worth in points(overlap))
            alike[overlap.a].append(Found(sure, overlap.score, overlap.b, why))
            alike[overlap.b].append(Found(sure, overlap.score, overlap.a, why))
    return alike


def _families(shown: Sequence[Paragraph], copies: Mapping[str, list[Copy]]) -> Iterator[Family]:
    names = numbered_slugs({paragraph.article for paragraph in shown}, "article")
    for paragraph in shown:
        if paragraph.id in copies:
            own = sorted(copies[paragraph.id], key=lambda copy: (-copy.score, copy.paragraph))
            name = f"{names[paragraph.article]}-{paragraph.number}"
            yield Family(name, paragraph.id, tuple(own))


def verdict(overlap: Overlap) -> str | None:
    """Say why two paragraphs tell the same, or None where they do not or nobody can know."""
    if 1.0 in {overlap.value("other event"), overlap.value("other speaker")}:
        return None
    if overlap.score >= _WHOLE and overlap.has(*_ONE_WORD) and not overlap.has("aside"):
        return None
    return _copied(overlap) or _quoted(overlap) or _told(overlap)


def _copied(overlap: Overlap) -> str | None:
    """Judge two texts that are the same but for a few words."""
    if not overlap.has("copied") or overlap.has(*_TURNED):
        return None
    words = _words(overlap, "copied")
    reworded = overlap.value("copied: reworded")
    share = overlap.value("copied")
    if words < _WORDS or share < _COPIED or reworded > words * _REWORDED:
        return None
    if share < 1 and (_continue_each_other(overlap) or _only_introduce(overlap)):
        return None
    if not _is_recent(overlap) and (share < _VERBATIM or reworded or _is_of_its_day(overlap)):
        return None
    return "the same words" if share == 1 else "almost the same words"


def _quoted(overlap: Overlap) -> str | None:
    """Judge two reports of one quotation by one speaker."""
    if not overlap.has("quoted") or _continue_each_other(overlap) or not _is_recent(overlap):
        return None
    words, reworded = _words(overlap, "quoted"), overlap.value("quoted: reworded")
    if words < _QUOTED_WORDS or overlap.value("quoted") < _QUOTED:
        return None
    if _is_at_length(overlap):
        same = reworded <= words * _REPHRASED
    else:
        same = overlap.has("same speaker") and reworded <= words * _REWORDED
        same = same and not overlap.has("quoted: conflict")
    return f"the same words of {_name(overlap)}" if same else None


def _is_at_length(overlap: Overlap) -> bool:
    """Whether two quotations have so much in a row that nobody else can have said it.

    They may differ in how the condition of it is put then: 'Failing to sign it would …' and
    'If they don't sign it, it will …'.
    """
    if overlap.value("phrase") < _LONG_PHRASE or overlap.has("other speaker"):
        return False
    conflicts = {each.detail for each in overlap.evidence if each.name == "quoted: conflict"}
    return not conflicts or (_CONDITION in conflicts and conflicts <= _CONDITIONED)


def _told(overlap: Overlap) -> str | None:
    """Judge two texts that tell the same in other words."""
    if _continue_each_other(overlap) or overlap.has("unfinished"):
        return None
    if not _is_recent(overlap) or _conflict(overlap):
        return None
    if not _is_alike(overlap) and not (_is_news(overlap) and _is_told_anew(overlap)):
        return None
    if not overlap.has("same speaker"):
        return "the same account, in other words"
    when = "on the same day" if overlap.has("same day") else "on the same matter"
    return f"{_name(overlap)} {when}, in other words"


def _is_alike(overlap: Overlap) -> bool:
    """Judge two texts by themselves: the one must stand in the other, by meaning.

    In one article, what a named speaker said on one day may be reported twice.
    """
    common, said = overlap.value("in common"), overlap.value("said alike")
    if overlap.has("same article") and overlap.has("same day") and _is_one_person(overlap):
        return overlap.score >= _NOBODY and said >= _SAID and common >= _REPEATED
    if (
        overlap.score < _ALONE
        or common < _IN_COMMON
        or (overlap.has("said alike") and said < _CLOSE)
    ):
        return False
    return _is_contained(overlap)


def _is_contained(overlap: Overlap) -> bool:
    return overlap.value("contained") >= _CONTAINED


def points(overlap: Overlap) -> tuple[tuple[str, int], ...]:
    """Add up what speaks for one account in two articles, by the table in `comparison.toml`.

    No sign is enough by itself, and hardly any is needed: whoever speaks, of
    what, in which words, and what else the other article has to offer.

    Returns:
        The signs that are seen, each with its points, in the order of the table.
    """
    return tuple(_signs(overlap))


def _signs(overlap: Overlap) -> Iterator[tuple[str, int]]:
    for sign in _SIGNS:
        value = overlap.score if sign["evidence"] == _SCORE else overlap.value(sign["evidence"])
        count = sum(value >= least for least in sign["from"])
        backed = all(overlap.value(name) >= least for name, least in sign.get("with", {}).items())
        if count and backed:
            yield sign["evidence"], count * sign["points"]


def _is_told_anew(overlap: Overlap) -> bool:
    """Judge two texts out of articles of the same days by all the signs together."""
    if not _tells_what_happens(overlap):
        return False
    return sum(points for _, points in _signs(overlap)) >= (
        ENOUGH if _is_of_one_matter(overlap) else SURE
    )


def _tells_what_happens(overlap: Overlap) -> bool:
    """Whether more is told alike than who speaks and of which place, or a word here and there.

    'We work for all of Ruritania' and 'Ruritania will see me in May' have a speaker and a
    country in common, and nothing else.
    """
    if not overlap.has("same speaker"):
        return overlap.score >= _LEAST
    if _is_one_person(overlap) and overlap.value("said alike") < _SAID_OTHERWISE:
        return overlap.has("figures", "phrase", "same day")
    named = overlap.has("matter", "figures") or overlap.value("phrase") >= _PHRASE
    return named or overlap.score >= _DETAILED


def _is_of_one_matter(overlap: Overlap) -> bool:
    """Whether enough is told alike, or what there is of it hardly leaves anything else.

    A few rare words in common tell little where the one text goes on at length.
    """
    common = overlap.value("in common")
    if common >= _MATTER:
        return True
    if _is_one_person(overlap) and overlap.value("said in common") >= _SAID_MATTER:
        return True
    short = overlap.value("added") <= _LITTLE
    if overlap.has("same speaker"):
        told = overlap.value("said alike") > 0 or overlap.has("figures", "same event")
        return (short and told and common >= _SPOKEN_MATTER) or _is_contained(overlap)
    return short and overlap.value("nearest") >= _NEAREST and common >= _LITTLE_MATTER


def _conflict(overlap: Overlap) -> bool:
    """Whether the two say of one thing what cannot both be true.

    Where each tells much that the other does not, a name or a figure of its own may
    belong to that: it speaks against one account then (`points`), and decides nothing.
    """
    if overlap.has(*_VETOES):
        return True
    if overlap.has("no speaker") and overlap.has(*_HAPPENED):
        return True
    if overlap.has(*_DOUBTS) and not (_is_news(overlap) and _is_detailed(overlap)):
        return True
    if not _is_steady(overlap) and overlap.has(*_TOLD_OTHERWISE):
        return True
    if _is_news(overlap) or overlap.has("same article"):
        return _is_retouched(overlap)
    return overlap.has(*_DIFFERENCES)


def _is_detailed(overlap: Overlap) -> bool:
    """Whether each text tells things of its own, so that what differs need not be one thing."""
    return overlap.score < _DETAILED and overlap.value("exchanged") > _FEW


def _is_retouched(overlap: Overlap) -> bool:
    """Whether most words are the same, and what differs was exchanged one for one."""
    if not overlap.has("copied"):
        return False
    share, reworded = overlap.value("copied"), overlap.value("copied: reworded")
    if share >= _COPIED and overlap.has("copied: conflict"):
        return True
    if share >= _RETOUCHED and overlap.value("other speaker") >= _OTHER:
        return True
    one = overlap.value("exchanged") == 1 and not overlap.has("added")
    return share >= _RETOUCHED and reworded <= 1 and one


def _is_steady(overlap: Overlap) -> bool:
    """Whether a named speaker says it of one matter; who will not say yes here and no there."""
    return _is_news(overlap) and _is_one_person(overlap) and overlap.value("said alike") < _CLOSE


def _is_one_person(overlap: Overlap) -> bool:
    return overlap.value("same speaker") >= _PERSON


def _is_news(overlap: Overlap) -> bool:
    """Whether two texts stand in whole articles of the same days."""
    if not (overlap.has("choice") and overlap.has("days between")):
        return False
    return overlap.value("days between") <= _DAYS


def _words(overlap: Overlap, name: str) -> int:
    """Give how many words the shorter of two copies has."""
    return int(overlap.detail(name).split()[0])


def _name(overlap: Overlap) -> str:
    """Give the speaker's name, the fuller text's where the two differ."""
    return overlap.detail("same speaker").partition(" | ")[0] or "one speaker"


def _continue_each_other(overlap: Overlap) -> bool:
    return overlap.has("same article") and overlap.value("same article") <= _NEIGHBOURS


def _only_introduce(overlap: Overlap) -> bool:
    """Whether two texts share who speaks, at length, and not what is said."""
    if overlap.has("unfinished"):
        return True
    return overlap.has("said alike") and overlap.value("said alike") < _SAID_LEAST


def _is_recent(overlap: Overlap) -> bool:
    """Whether two texts were published with one piece of news, as far as anybody knows."""
    return not overlap.has("days between") or overlap.value("days between") <= _RECENT


def _is_of_its_day(overlap: Overlap) -> bool:
    """Whether the same words, a year later, may speak of something else."""
    return overlap.has("other event") or overlap.has("same speaker")


_SCORE = "alike"  # the name by which the table calls the score
_TABLE = table("comparison")["points"]
ENOUGH: int = _TABLE["enough"]
SURE: int = _TABLE["sure"]
_SIGNS = _TABLE["signs"]
_CONDITION = "modality: if"
_CONDITIONED = {_CONDITION, "modality: will", "negation: not"}
_ONE_WORD = ("other negation", "other modality")
_TURNED = ("copied: conflict", "told: order", "told: negation", "told: modality")
_VETOES = (
    "other day",
    "other place",
    "told: number",
    "told: order",
    "told: reality",
    "told: person",
)
# Of these, whether they are about the same thing is less sure the less the texts are alike.
_DOUBTS = ("told: day", "told: figure", "told: place", "told: name", "told: opposite")
# Of what is told to have happened, and not said; who speaks may name another place or day as well.
_HAPPENED = ("told: day", "told: place", "told: name", "told: figure")
_TOLD_OTHERWISE = ("told: negation", "told: modality")
# Of two texts without anything around them, one word is enough to keep them apart.
_DIFFERENCES = (
    "other speaker",
    "one speaker",
    "other number",
    "other negation",
    "other modality",
    "other opposite",
    "told: mood",
)
