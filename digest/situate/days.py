"""Which day a text means by 'on Monday', against the day of publication.

Every way of naming a day is a rule in `data/moments.toml`; its `resolve` names
the function below that works the words out. Without a day of publication only
full dates, months and years with their year are known. Seasons are those of
the north, weeks begin on Monday (ISO 8601).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from digest.lexicon import rules, table
from digest.model import Moment, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.lexicon import Rule
    from digest.model import Article, Certainty, Paragraph

Range = tuple[date, date]
Toward = Literal["ahead", "behind"]

_REACH = 80  # characters before a day in which 'will' or 'said' turn it
_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_YEAR = timedelta(days=366)
_JUST_AHEAD = timedelta(days=60)  # a date nearer than this may lie ahead without a word
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}  # days of a month
_QUARTERS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}  # months of a year
_SATURDAY, _SUNDAY = 5, 6  # as date.weekday()


def moments(articles: Sequence[Article], paragraphs: Sequence[Paragraph]) -> tuple[Moment, ...]:
    """Find every day, month, season or year that a text names and work out which it is.

    Args:
        articles: with their days of publication, where known.
        paragraphs: of all articles, in any order.

    Returns:
        Moments in the order of the paragraphs and of their words; spans of one
        paragraph do not overlap.
    """
    published = {article.id: article.published for article in articles}
    names = _names_like_months(paragraphs)
    return tuple(
        moment
        for paragraph in paragraphs
        for moment in _in_paragraph(
            paragraph, published[paragraph.article], names[paragraph.article]
        )
    )


def _in_paragraph(
    paragraph: Paragraph, published: date | None, names: set[str]
) -> Iterator[Moment]:
    taken = 0
    last: Moment | None = None
    for match, rule in _matches(paragraph.text):
        if match.start() < taken or _is_a_name(match, names):
            continue
        if rule.extra["resolve"] == "no_day":
            taken = match.end()
            continue
        try:
            resolved = _resolve(rule, match, published, last)
        except (ValueError, OverflowError):  # no such day: 31 June, or before the year 1
            taken = match.end()
            continue
        if resolved is None:
            continue
        taken = match.end()
        certainty: Certainty = "stated" if "year" in match.groupdict() else "worked out"
        last = Moment(paragraph.id, Span(match.start(), taken), *resolved, certainty, rule.id)
        yield last


def _matches(text: str) -> list[tuple[re.Match[str], Rule]]:
    """Every match of every rule, by place; at one place the earlier rule first."""
    signs = {name for name, pattern in _SIGNS.items() if pattern.search(text)}
    found = [
        (match.start(), order, match, rule)
        for order, rule in enumerate(rules("moments"))
        if signs.issuperset(rule.extra["signs"])
        for match in rule.pattern.finditer(text)
    ]
    found.sort(key=lambda item: item[:2])
    return [(match, rule) for _, _, match, rule in found]


def _resolve(
    rule: Rule, match: re.Match[str], published: date | None, last: Moment | None
) -> Range | None:
    """Work words out; None where nobody can know what they mean.

    Args:
        rule: the rule that found them.
        match: the words.
        published: the day of publication.
        last: the day that the paragraph named before, which 'that day' means.

    Raises:
        ValueError: there is no such day.
        OverflowError: nor is there one so far away.
    """
    name = rule.extra["resolve"]
    if name == "that_day":
        return (last.first, last.last) if last and last.first == last.last else None
    if name in _DATED:
        return _DATED[name](match)
    return _WORKED_OUT[name](_Words(match, published)) if published else None


# ---------------------------------------------------- months that are people


def _names_like_months(paragraphs: Iterable[Paragraph]) -> dict[str, set[str]]:
    """Give, for each article, the months that are the names of people in it."""
    names: dict[str, set[str]] = defaultdict(set)
    for paragraph in paragraphs:
        for match in _PERSON.finditer(paragraph.text):
            if match["before"] not in _LEADS:
                names[paragraph.article].add(match["surname"] or match["first"])
    return names


def _is_a_name(match: re.Match[str], names: set[str]) -> bool:
    """Whether 'of May' or 'in May's cabinet' speaks of somebody whom the article names so."""
    groups = match.groupdict()
    if "lead" not in groups or groups["month"] not in names:
        return False
    behind = match.string[match.end() : match.end() + 1]
    return groups["lead"].lower() in {"by", "of", "from", "this"} or behind in {"'", "’"}


# ------------------------------------------------------------------ resolvers
# Each gives the first and the last day that may be meant; a ValueError or an
# OverflowError says that there is no such day. Those below take the match
# alone, since the text gives the year.


def _dated_day(match: re.Match[str]) -> Range:
    day = date(int(match["year"]), _month_number(match["month"]), int(match["day"]))
    return day, day


def _dated_days(match: re.Match[str]) -> Range:
    first, last = _month_days(match)
    return _in_year(int(match["year"]), first, last)


def _dated_month(match: re.Match[str]) -> Range:
    return _month_range(int(match["year"]), _month_number(match["month"]), match["part"])


def _dated_season(match: re.Match[str]) -> Range:
    return _season_range(int(match["year"]), match["season"].lower())


def _dated_year(match: re.Match[str]) -> Range:
    year = int(match["year"])
    part = match["part"]
    first, last = _QUARTERS[part.lower()] if part else (1, 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


_DATED: dict[str, Callable[[re.Match[str]], Range]] = {
    "dated_day": _dated_day,
    "dated_days": _dated_days,
    "dated_month": _dated_month,
    "dated_season": _dated_season,
    "dated_year": _dated_year,
}


@dataclass(frozen=True)
class _Words:
    """Words that name a day by its distance from the day of publication."""

    match: re.Match[str]
    published: date

    def __getitem__(self, group: str) -> str:
        """Give a group of the match in small letters; empty where it took no part."""
        return (self.match.groupdict().get(group) or "").lower()

    @cached_property
    def toward(self) -> Toward | None:
        """Whether the words around the day look ahead or behind; None where they do not say."""
        return _toward(self.match.string, self.match.start(), self.match.end())

    @property
    def year_shift(self) -> int | None:
        """What 'last year', 'this year' or 'next year' behind a date adds to the year."""
        return _SHIFTS.get(self["which"])

    def nearest(self, days: Iterable[Range]) -> Range | None:
        """Choose among the same date in several years."""
        ranges = list(days)
        if self.year_shift is not None:
            return next(iter(ranges), None)
        if self.toward == "ahead":
            ahead = [r for r in ranges if r[1] >= self.published]
            return min(ahead or ranges, default=None)
        if self.toward == "behind":
            behind = [r for r in ranges if r[0] <= self.published]
            return max(behind or ranges, default=None)
        soon = [r for r in ranges if r[0] - self.published <= _JUST_AHEAD]
        return min(soon, key=lambda r: abs(r[0] - self.published), default=None)


def _nearest_day(words: _Words) -> Range | None:
    month, day = _month_number(words["month"]), int(words["day"])
    ranges = list(_in_years(words, (month, day), (month, day)))
    weekday = words["weekday"]
    if weekday:  # 'Monday, November 27' is in a year in which that is a Monday
        fitting = [r for r in ranges if r[0].weekday() == _weekday_number(weekday)]
        ranges = fitting or ranges
    return words.nearest(ranges)


def _nearest_days(words: _Words) -> Range | None:
    first, last = _month_days(words.match)
    return words.nearest(_in_years(words, first, last))


def _in_years(words: _Words, first: tuple[int, int], last: tuple[int, int]) -> Iterator[Range]:
    """Give the same days in the years around publication, or in the one that is named."""
    shift = words.year_shift
    for step in (-1, 0, 1) if shift is None else (shift,):
        try:
            yield _in_year(words.published.year + step, first, last)
        except ValueError:  # 29 February
            continue


def _month(words: _Words) -> Range:
    month, today = _month_number(words["month"]), words.published
    ahead = words["lead"] in {"next", "by", "until", "later in"} or words.toward == "ahead"
    year = today.year
    if ahead and (month < today.month or (words["lead"] == "next" and month == today.month)):
        year += 1
    if not ahead and (month > today.month or (words["lead"] == "last" and month == today.month)):
        year -= 1
    return _month_range(year, month, words["part"])


def _month_of_year(words: _Words) -> Range:
    year = words.published.year + _SHIFTS[words["shift"]]
    return _month_range(year, _month_number(words["month"]), words["part"])


def _weekday(words: _Words) -> Range:
    today, shift = words.published, words["shift"].removeprefix("this ")
    back = (today.weekday() - _weekday_number(words["weekday"])) % 7
    if shift == "last":
        day = today - timedelta(days=back or 7)
    elif shift == "next":
        day = today + timedelta(days=7 - back)
    elif shift == "this":
        day = _week(today, 0)[0] + _weekday_number(words["weekday"]) * _DAY
    elif shift == "coming" or (shift != "past" and words.toward == "ahead"):
        day = today + timedelta(days=-back % 7)
    else:
        day = today - timedelta(days=back)
    return day, day


def _weekday_of_week(words: _Words) -> Range:
    monday = _week(words.published, _SHIFTS[words["shift"]])[0]
    day = monday + _weekday_number(words["weekday"]) * _DAY
    return day, day


def _week_from_weekday(words: _Words) -> Range:
    number = _weekday_number(words["weekday"])
    back = (words.published.weekday() - number) % 7
    if words["shift"] == "ago":
        day = words.published - back * _DAY - _WEEK
    else:
        day = words.published + (-back % 7) * _DAY + _WEEK
    return day, day


def _near_day(words: _Words) -> Range:
    day = words.published + _NEAR.get(words["word"], 0) * _DAY
    return day, day


def _near_unit(words: _Words) -> Range:
    shift = words["shift"].removeprefix("this ").removeprefix("the ")
    unit, today = words["unit"], words.published
    if unit == "weekend":
        return _weekend(today, shift)
    if shift == "past" and unit in _LENGTHS:
        return today - _LENGTHS[unit], today
    step = _SHIFTS.get(shift, 0)
    whole = _season_near(today, unit, step) if unit in _SEASONS else _unit(today, unit, step)
    if words["part"] == "earlier" and whole[0] <= today:
        return whole[0], min(whole[1], today)
    if words["part"] == "later" and whole[1] >= today:
        return max(whole[0], today), whole[1]
    return whole


def _units_away(words: _Words) -> Range:
    number = words["number"] or words["number2"]
    count = int(number) if number.isdigit() else _NUMBERS.get(number, 1)
    step = -count if words["shift"] == "ago" else count
    return _unit(words.published, words["unit"] or words["unit2"], step)


_WORKED_OUT: dict[str, Callable[[_Words], Range | None]] = {
    "nearest_day": _nearest_day,
    "nearest_days": _nearest_days,
    "month": _month,
    "month_of_year": _month_of_year,
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "week_from_weekday": _week_from_weekday,
    "near_day": _near_day,
    "near_unit": _near_unit,
    "units_away": _units_away,
}


# ------------------------------------------------------------ ahead or behind


def _toward(text: str, start: int, end: int) -> Toward | None:
    """Tell from the words around `text[start:end]` whether it lies ahead or behind.

    What follows the day directly ('Thursday's vote will') counts first, then
    the cue that ends nearest before it in the same clause.
    """
    behind = text[end : end + _REACH]
    before = _CLAUSE.split(text[max(0, start - _REACH) : start])[-1]
    best, toward = -1, None
    for rule in rules("ahead"):
        if rule.extra["where"] == "after":
            if rule.pattern.search(behind):
                return _TOWARD[rule.extra["toward"]]
            continue
        for match in rule.pattern.finditer(before):
            if match.end() > best:
                best, toward = match.end(), _TOWARD[rule.extra["toward"]]
    return toward


# ------------------------------------------------------------------- calendar


def _month_number(name: str) -> int:
    return int(name) if name.isdigit() else _MONTHS.index(name[:3].lower()) + 1


def _weekday_number(name: str) -> int:
    return _WEEKDAYS.index(name[:3].lower())


def _month_days(match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give month and day of both ends of '27-29 November' or 'May 30 to June 2'."""
    first = _month_number(match["month"] or match["month2"])
    last = _month_number(match["month2"] or match["month"])
    return (first, int(match["day"])), (last, int(match["day2"]))


def _in_year(year: int, first: tuple[int, int], last: tuple[int, int]) -> Range:
    """Give a range of days that begins in a year and may end in the next one."""
    return date(year, *first), date(year + (last < first), *last)


def _month_range(year: int, month: int, part: str | None) -> Range:
    length = monthrange(year, month)[1]
    first, last = _PARTS[part.lower()] if part else (1, length)
    return date(year, month, first), date(year, month, min(last, length))


def _unit(today: date, unit: str, step: int) -> Range:
    """Give the day, week, month or year that is `step` units from today's."""
    if unit == "day":
        return today + step * _DAY, today + step * _DAY
    if unit == "week":
        return _week(today, step)
    if unit == "month":
        index = today.year * 12 + today.month - 1 + step
        return _month_range(index // 12, index % 12 + 1, None)
    return date(today.year + step, 1, 1), date(today.year + step, 12, 31)


def _week(today: date, step: int) -> Range:
    monday = today - today.weekday() * _DAY + step * _WEEK
    return monday, monday + 6 * _DAY


def _weekend(today: date, shift: str) -> Range:
    """Give a weekend; on a Sunday 'the weekend' is the one that is ending."""
    step = {"next": 1, "this": 0, "coming": 0}.get(shift, -1)
    if shift == "the" and today.weekday() == _SUNDAY:
        step = 0
    saturday = _week(today, step)[0] + _SATURDAY * _DAY
    return saturday, saturday + _DAY


def _season_range(year: int, season: str) -> Range:
    """Give a season of three months; winter ends in the next year."""
    first = _SEASONS[season]
    index = year * 12 + first + 1
    return date(year, first, 1), _month_range(index // 12, index % 12 + 1, None)[1]


def _season_near(today: date, season: str, step: int) -> Range:
    """Give this, the last or the next season of a name; 'last' is one that is over."""
    own = _season_range(today.year, season)
    if step < 0:
        return own if own[1] < today else _season_range(today.year - 1, season)
    if step > 0:
        return own if own[0] > today else _season_range(today.year + 1, season)
    return _season_range(today.year - 1, season) if _is_early_winter(today, season) else own


def _is_early_winter(today: date, season: str) -> bool:
    """Whether 'this winter' began in the year before."""
    return season == "winter" and today.month < _SEASONS["spring"]


_SEASONS: dict[str, int] = table("moments")["seasons"]
_NEAR: dict[str, int] = table("moments")["near_days"]
_TABLE = table("moments")["words"]
_SIGNS = {name: re.compile(pattern) for name, pattern in table("moments")["signs"].items()}
_MONTHS = tuple(name[:3].lower() for name in _TABLE["month"][:12])
_WEEKDAYS = tuple(name[:3].lower() for name in _TABLE["weekday"])
_NUMBERS = {word: n for n, word in enumerate(_TABLE["number"], 1)}
_LEADS = frozenset(_TABLE["month_lead"])
_SHIFTS = {"last": -1, "this": 0, "coming": 1, "next": 1}
_LENGTHS = {"week": _WEEK, "month": timedelta(days=30), "year": _YEAR}
_TOWARD: dict[str, Toward] = {"ahead": "ahead", "behind": "behind"}
_CLAUSE = re.compile(r"[.;:!?][’”\"']? |[”\"] ")
_LIKE = "|".join(_TABLE["month_like"])
_PERSON = re.compile(
    rf"(?:(?<![\w’'-])(?P<before>[A-Z][\w’'-]+|Mr|Mrs|Ms|Dr)\.? (?P<surname>{_LIKE})\b(?! \d))"
    rf"|(?:(?<![\w.] )(?P<first>{_LIKE}) (?=[A-Z][a-z]+ (?:said|told)\b))"
)
