"""Reads articles: first for names and roles, then for statements and their speakers.

Puts `frames` and `identity` to work, paragraph by paragraph; a quotation
without a cue goes on with the words of the speaker before it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from digest.attribute import media, saying, speakers
from digest.attribute.bodies import Bodies
from digest.attribute.cataphora import named_behind, several_ahead
from digest.attribute.companies import companies
from digest.attribute.frames import Frame, announced, frames
from digest.attribute.grammar import Grammar
from digest.attribute.identity import Resolved, Scene, leave_room
from digest.attribute.occasions import Occasions, is_past
from digest.attribute.places import Places
from digest.attribute.posts import Posts
from digest.attribute.profiles import Registry
from digest.attribute.repeats import repeated
from digest.attribute.texts import Preparer, politics
from digest.attribute.tokens import tokenize
from digest.attribute.turns import Turn, turns
from digest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.attribute.mentions import Mention
    from digest.attribute.profiles import Profile
    from digest.attribute.sentence import Sentence
    from digest.attribute.texts import Text
    from digest.config import PersonSetting
    from digest.model import Label, Moment, Paragraph

_NEIGHBOURS = 12  # statements before and behind that may hold another
_OWN_NAME = ("My name is ", "my name is ")
_OPENING = 100  # characters in which a report names whose words it passes on
_MOSTLY = 0.6  # of a sentence in quotation marks makes it a quotation


class Found(NamedTuple):
    """A statement before its speaker has an id.

    Attributes:
        speaker: the rank of its profile.
        resolved: whom the words for the speaker mean, and how that was decided.
        words: the words for the speaker.
        content: what was said.
        cue: the span of the cue; empty where a quotation only goes on.
        quotes: whether it ends with a quotation, which may go on in the next sentence.
        carries: whether it is a saying in the past, so that it shares the day of another.
    """

    paragraph: str
    speaker: int
    resolved: Resolved
    words: str
    content: Span
    cue: Span
    direct: bool
    quotes: bool
    said: Moment | None
    rule: str
    carries: bool = True


class _Voice(NamedTuple):
    """Whose words a quotation without a cue goes on with."""

    resolved: Resolved
    words: str
    said: Moment | None = None


class Reader:
    """Reads all articles of a digest.

    Attributes:
        registry: every speaker.
        same: rank of an unnamed speaker → rank of whom its article names as it.
    """

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        labels: Sequence[Label],
        moments: Sequence[Moment],
        people: Sequence[PersonSetting],
        papers: Mapping[str, str],
    ) -> None:
        """Read every article for the names and roles in it; `papers` are their outlets by id."""
        self._grammar = Grammar(Places(p.text for p in paragraphs))
        self.registry = Registry(people, self._grammar.is_institution_name)
        self.same: dict[int, int] = {}
        self._preparer = Preparer(self._grammar, [p.text for p in paragraphs])
        self._posts = Posts(self._grammar)
        self._texts = {p.id: p.text for p in paragraphs}
        self._kinds = {label.paragraph: label.kind for label in labels}
        self._articles = self._prepared(paragraphs, moments)
        told = companies(self._articles.values(), self._grammar)
        self._bodies = Bodies(self._grammar, self._preparer.is_proper, told)
        of_papers = [self._country(papers.get(article, "")) for article in self._articles]
        self._politics = politics(list(self._articles.values()), of_papers)
        for number, texts in enumerate(self._articles.values()):
            scene = self._scene(number)
            for text in texts:
                scene.read(text)

    def _prepared(
        self, paragraphs: Sequence[Paragraph], moments: Sequence[Moment]
    ) -> dict[str, list[Text]]:
        days: dict[str, list[Moment]] = defaultdict(list)
        for moment in moments:
            days[moment.paragraph].append(moment)
        preparer = self._preparer
        articles: dict[str, list[Text]] = defaultdict(list)
        for paragraph in paragraphs:
            if self._kinds[paragraph.id] != "boilerplate":
                title = self._kinds[paragraph.id] == "title"
                text = preparer.text(paragraph, days[paragraph.id], title=title)
                articles[paragraph.article].append(text)
        return articles

    def _country(self, outlet: str) -> str | None:
        """Give the country that an outlet is named after: 'The Zenda Courier'."""
        places = self._grammar.places
        owners = (owner for _, _, owner in places.found(tokenize(outlet, ())))
        return next((owner for owner in owners if places.is_country(owner)), None)

    def _scene(self, number: int) -> Scene:
        return Scene(
            self.registry,
            self._posts,
            self._bodies,
            number,
            self._politics[number],
        )

    def statements(self) -> Iterator[Found]:
        """Give the statements of all articles, the main one of each paragraph first."""
        for number, texts in enumerate(self._articles.values()):
            scene = self._scene(number)
            telling = _Telling(scene, self.registry)
            told: dict[str, list[Found]] = {}
            taken = turns([text for text in texts if self._kinds[text.id] == "text"])
            for text in texts:
                if text.id in taken:
                    told[text.id] = telling.turn(text, taken[text.id])
                elif self._kinds[text.id] == "text":
                    told[text.id] = telling.paragraph(text)
                else:
                    scene.read(text)
            # A headline leaves to the text below it who is meant.
            for text in texts:
                if self._kinds[text.id] == "title":
                    told[text.id] = self._of_the_text(telling.paragraph(text), told)
            for text in texts:
                yield from main_first(told.get(text.id, ()))
            self.same |= scene.same

    def _of_the_text(self, titles: list[Found], told: Mapping[str, Sequence[Found]]) -> list[Found]:
        """Give unnamed speakers of a headline the names of those who say the same below."""
        below: dict[int, list[str]] = defaultdict(list)
        for item in chain.from_iterable(told.values()):
            below[item.speaker].append(item.content.of(self._texts[item.paragraph]))
        return [self._named(item, below) for item in titles]

    def _named(self, item: Found, below: Mapping[int, Sequence[str]]) -> Found:
        profiles = self.registry.profiles
        if profiles[item.speaker].kind != "unnamed":
            return item
        rank = repeated(item.content.of(self._texts[item.paragraph]), below)
        if rank is None or profiles[rank].kind == "unnamed":
            return item
        return item._replace(speaker=rank, resolved=Resolved(profiles[rank], "same-words"))


class _Telling:
    """The second reading of one article, from paragraph to paragraph."""

    def __init__(self, scene: Scene, registry: Registry) -> None:
        self._scene = scene
        self._registry = registry
        self._voice: _Voice | None = None
        self._latest = 0  # the first statement found in the last sentence that had any
        self._occasion: tuple[int, Moment] | None = None  # who just did something, and on which day
        self._occasions = Occasions()
        self._before: Found | None = None  # what the paragraph before said last

    def paragraph(self, text: Text) -> list[Found]:
        """Give the statements of the next paragraph in the order of its sentences."""
        found: list[Found] = []
        goes_on = False
        self._latest = 0
        self._occasion = None
        parts = zip(text.sentences, text.names, text.bodies, text.lands, strict=True)
        for sentence, names, body, land in parts:
            self._scene.enter(body, land)
            goes_on = self._sentence(text, sentence, names, found)
            quotes = bool(names) and sentence.quoted_in(0, len(sentence)) > 0
            for mention in names:
                is_aside = quotes and _is_in_quotation(sentence, mention)
                self._scene.introduce(mention, aside=is_aside, anew=not sentence.headline)
        if not found:
            self._voice = self._voice if goes_on else None
            self._before = None
            return []
        found = [item for item in found if not _only_relays(item, found)]
        dated = _of_one_day(_on_the_same_day(found, self._before))
        self._before = dated[-1] if dated else None
        return dated

    def turn(self, text: Text, turn: Turn) -> list[Found]:
        """Give the paragraph of an interview as the words of whose turn it is, and no others'."""
        self._voice = self._before = None
        speaker = self._scene.speaker(turn.mention)
        for mention in chain.from_iterable(text.names):
            self._scene.introduce(mention, aside=True)
        return [] if speaker is None else [_of_turn(text.id, speaker, turn)]

    def _sentence(
        self, text: Text, s: Sentence, names: Sequence[Mention], found: list[Found]
    ) -> bool:
        """Add a sentence's statements to those found; tell whether it announces words."""
        read = frames(s)
        if text.days:
            self._occasions.note(text, s)
        if read:
            self._hear(text, s, names, read, found)
        else:
            self._continue(text.id, s, found)
            self._speak_of(text, s, names)
        return self._announce(s)

    def _hear(
        self,
        text: Text,
        s: Sentence,
        names: Sequence[Mention],
        read: Sequence[Frame],
        found: list[Found],
    ) -> None:
        """Take in a sentence in which somebody speaks, and add its statements to those found."""
        read = several_ahead(s, named_behind(s, read, self._registry.bearers))
        speaking = {frame.mention.text for frame in read}
        for named in names:
            if named.kind == "institution" and named.told and named.text in speaking:
                self._scene.introduce(named)  # 'The fund, Harbour Partners, said'
        heard = [frame.mention for frame in read]
        if leave_room(heard) or _may_be_about_nobody(s):
            self._scene.pass_by(_topic_apart(s, names, read), heard)
        for named in _named_ahead(s, names, read):
            self._scene.introduce(named)
        made = [item for frame in read if (item := self._resolved(text, s, frame)) is not None]
        if len(made) > 1:
            self._come_back(made)
        self._stay_with_main(s, names, read, made)
        self._scene.make_texts([self._registry.profiles[item.speaker] for item in made[:1]], s)
        own = _own_name(s, names) if made else None
        if own is not None:
            self._scene.name(self._registry.profiles[made[-1].speaker], own)
        self._latest = len(found) if made else self._latest
        found += _with_participles(made)
        quoting = [item for item in made if item.quotes] or made[:1]
        self._voice = _voice(quoting[-1]) if quoting else None

    def _announce(self, s: Sentence) -> bool:
        """Take in whose words follow, if a sentence tells; say whether it does."""
        mention = announced(s)
        speaker = self._scene.speaker(mention) if mention is not None else None
        if mention is None or speaker is None:
            return False
        self._voice = _Voice(speaker, mention.text)
        return True

    def _come_back(self, made: Sequence[Found]) -> None:
        """Stay with whoever speaks in a sentence, and not with whom they say to have spoken."""
        outer = [item for item in made if not any(_is_within(item, each) for each in made)]
        if outer and _only_relays(outer[-1], made):
            return  # 'Jan Lind said it was late, the Courier reported'
        if 0 < len(outer) < len(made):
            inner = [item.resolved.profile for item in made if item not in outer]
            self._scene.stay_with(outer[-1].resolved.profile, inner)

    def _stay_with_main(
        self, s: Sentence, names: Sequence[Mention], read: Sequence[Frame], made: Sequence[Found]
    ) -> None:
        """Stay with whom a sentence is about, and not with who only speaks beside it.

        'Jan Lind left after a clerk asked him to. “It was late,” he added.' 'The ministry has
        closed the port, the Courier reported. Spokesman Jan Lind …'
        """
        beside = [item.resolved.profile for item in made]
        topic = None
        if len(made) == 1 and _is_news(s, made[0]):
            topic = _topic(s, names)
        elif beside and all(profile.kind == "unnamed" for profile in beside):
            topic = _opening_apart(s, names, read)
        about = self._scene.speak_of(topic) if topic is not None else None
        if about is not None and about not in beside:
            self._scene.stay_with(about, beside)

    def _speak_of(self, text: Text, s: Sentence, names: Sequence[Mention]) -> None:
        """Take in whom a sentence without a statement is about, on which day."""
        topic = self._scene.speak_of(_topic(s, names))
        day = saying.subject_day(text, s)
        self._occasion = None if topic is None or day is None else (topic.rank, day)
        self._scene.make_texts([topic] if topic is not None else [], s)

    def _resolved(self, text: Text, s: Sentence, frame: Frame) -> Found | None:
        if frame.shape == "headline" and not self._is_known(frame.mention):
            return None
        speaker = self._scene.speaker(_veiled(s, _of_its_country(s, frame)))
        if speaker is None:
            return None
        return Found(
            paragraph=text.id,
            speaker=speaker.profile.rank,
            resolved=speaker,
            words=frame.words,
            content=frame.content,
            cue=frame.cue,
            direct=frame.direct,
            quotes=frame.quotes,
            said=saying.day(text, frame) or self._day_before(s, frame, speaker.profile),
            rule=f"{frame.shape}:{frame.verb}",
            carries=_carries(s, frame),
        )

    def _day_before(self, s: Sentence, frame: Frame, profile: Profile) -> Moment | None:
        """Give the day that sentences before tell of a saying."""
        if _is_elsewhen(s, frame):
            return None
        return self._day_of(profile) or self._occasions.day(s, frame, profile.nouns)

    def _day_of(self, profile: Profile) -> Moment | None:
        """Give the day of what the sentence before told of the same person."""
        if self._occasion is None or self._occasion[0] != profile.rank:
            return None
        return self._occasion[1]

    def _is_known(self, mention: Mention) -> bool:
        """Whether a name in front of a colon is somebody's: 'Novak: …', not 'Football: …'."""
        surname = (mention.name or "").split()[-1:]
        return mention.kind != "name" or any(self._registry.bearers(word) for word in surname)

    def _continue(self, paragraph: str, s: Sentence, found: list[Found]) -> None:
        """Let a quotation without a cue go on with the words of the speaker before it."""
        if not s.is_quoted(0) or s.quoted_in(0, len(s)) < _MOSTLY * len(s):
            return
        last = next(i for i in range(len(s) - 1, -1, -1) if s.is_quoted(i))
        if s.has_predicate(0, len(s)) or _tells_who(s):
            return  # '“Late again!” thundered the mayor' has a speaker of its own.
        content = s.span(0, last + 1)
        recent = range(len(found) - 1, self._latest - 1, -1)
        at = next((i for i in recent if found[i].quotes), None)
        if at is not None:
            found[at] = found[at]._replace(content=_joined(found[at].content, content), direct=True)
        elif self._voice is not None:
            found.append(_continued(paragraph, self._voice, content))


def _is_news(s: Sentence, item: Found) -> bool:
    """Whether an institution reports what a sentence opens with: '…, the Courier reported'."""
    is_report = item.rule.endswith(":report") and item.resolved.profile.kind == "institution"
    return is_report and item.content.start <= s.tokens[0].start < item.cue.start


def _opening_apart(s: Sentence, names: Sequence[Mention], read: Sequence[Frame]) -> Mention | None:
    """Give whom a sentence opens with where 'a clerk' speaks in a clause that hangs on it."""
    if any(frame.mention.kind != "role" for frame in read) or not _depends(s, read[0]):
        return None
    named = speakers.opening_name(s, names)
    is_first = named is not None and named.start == s.tokens[0].start
    return named.mention if named is not None and is_first and not _is_owner(s, named) else None


def _depends(s: Sentence, frame: Frame) -> bool:
    """Whether somebody speaks in a clause that hangs on another: 'after the clerk said no'."""
    at = s.at(s.text.rfind(frame.words, s.tokens[0].start, frame.cue.start))
    return at is not None and at > 0 and s.low(at - 1) in s.grammar.depends


def _is_within(item: Found, other: Found) -> bool:
    """Whether somebody speaks in the words of another: 'Novak said his son had asked him to'."""
    held = other.content
    return item.speaker != other.speaker and held.start <= item.cue.start < item.cue.end <= held.end


def _on_the_same_day(found: list[Found], before: Found | None) -> list[Found]:
    """Let a speaker who is quoted again in the next paragraph have spoken on the same day."""
    if before is None or before.said is None or not found or found[0].said is not None:
        return found
    first = found[0]
    if first.speaker != before.speaker or not (first.direct and first.carries):
        return found
    return [first._replace(said=before.said), *found[1:]]


def _tells_who(s: Sentence) -> bool:
    """Whether a pronoun stands between two quotations: '“No,” she notes, “never.”'."""
    return any(t.low in s.grammar.pronouns and not t.quoted for t in s.tokens)


def _topic(s: Sentence, names: Sequence[Mention]) -> Mention | None:
    """Give whom a sentence is about: the subject of its first clause, or a name before that."""
    found = _first_topic(s, names)
    return _veiled(s, found.mention) if found else None


def _first_topic(s: Sentence, names: Sequence[Mention]) -> speakers.Topic | None:
    named = speakers.opening_name(s, names)
    if named is not None and named.start == s.tokens[0].start and not _is_owner(s, named):
        return named  # no subject stands before it
    subject = speakers.topic(s)
    if named is None or subject is None:
        return named or subject or speakers.opening_role(s)
    if subject.start == named.start and subject.mention.kind == "role":
        return subject
    return subject if subject.start < named.start else named


def _is_owner(s: Sentence, found: speakers.Topic) -> bool:
    """Whether the words for somebody go on as in "Lind's mother"."""
    at = s.at(found.start + len(found.mention.text))
    return at is not None and s.low(at) == "'s"


def _may_be_about_nobody(s: Sentence) -> bool:
    """Whether it has an 'a' or the like, as in 'A nurse cried, Lind said'."""
    return not s.grammar.indefinite.isdisjoint(s.words)


def _topic_apart(s: Sentence, names: Sequence[Mention], read: Sequence[Frame]) -> Mention | None:
    """Give whom a sentence is about where that is nobody of whom only its statements tell."""
    # 'According to the report, Ida Lind left'
    own = [f for f in read if f.shape not in speakers.BESIDE]
    cue = min((frame.cue.start for frame in own), default=len(s.text))
    told = [frame.content for frame in own if not frame.direct]
    person = _named_apart(s, names)
    if person is not None and _is_viewpoint(s, person):
        return person.mention
    first = _first_topic(s, names)
    if first is None or first.mention.kind == "other":
        first = person  # 'The day had belonged to Ida Lind and, as she said, …'
    if first is None or first.mention.kind == "pronoun" or first.start >= cue:
        return None
    is_told = any(span.start <= first.start < span.end for span in told)
    return None if is_told or speakers.is_joined(s, first) else _veiled(s, first.mention)


def _is_viewpoint(s: Sentence, found: speakers.Topic) -> bool:
    """Whether a sentence opens with whose view it is: 'For Ida Lind, it is late, she says'."""
    return s.low(0) in {"for", "to"} and len(s) > 1 and s.tokens[1].start == found.start


def _named_apart(s: Sentence, names: Sequence[Mention]) -> speakers.Topic | None:
    """Give the person named first in a sentence that has a thing for its subject."""
    person = next((each for each in names if each.is_full_name), None)
    if person is None:
        return None
    return speakers.Topic(s.text.find(person.text, s.tokens[0].start), person)


def _carries(s: Sentence, frame: Frame) -> bool:
    """Whether words may be of the day on which their speaker spoke before.

    A description in the place of a name ('The envoy warned') begins anew.
    """
    is_anew = frame.mention.kind == "role" and frame.content.start > frame.cue.start
    return frame.speaks and is_past(s, frame) and not (is_anew or _is_elsewhen(s, frame))


def _is_elsewhen(s: Sentence, frame: Frame) -> bool:
    return saying.is_at_another_time(s, frame.cue)


def _owns_ahead(frame: Frame) -> bool:
    """Whether somebody's office or aide speaks behind the words that name whose it is."""
    is_owned = frame.mention.text.lower().startswith(("his ", "her "))
    return is_owned and frame.content.start < frame.cue.start and not frame.direct


def _named_ahead(s: Sentence, names: Sequence[Mention], read: Sequence[Frame]) -> list[Mention]:
    """Give those named before a role speaks: 'asked Mayor Ida Lind to go, but the mayor said'.

    Everybody in 'Lind will come, her office said'.
    """
    if not names or any(map(_owns_ahead, read)):
        return list(names)
    roles = [f.cue.start for f in read if f.mention.kind == "role" and f.mention.definite]
    if not roles:
        return []
    limit, start = max(roles), s.tokens[0].start
    return [each for each in names if start <= s.text.find(each.text, start) < limit]


def _is_in_quotation(s: Sentence, mention: Mention) -> bool:
    """Whether somebody is named only in the words of another."""
    at = s.at(s.text.find(mention.text, s.tokens[0].start))
    return at is not None and s.is_quoted(at)


def _own_name(s: Sentence, names: Sequence[Mention]) -> Mention | None:
    """Give the name that somebody tells in their own words: '“My name is Ida Lind,” she said'."""
    if "name" not in s.words:
        return None
    start = s.tokens[0].start
    for each in names:
        at = s.text.find(each.text, start)
        if s.text.endswith(_OWN_NAME, start, at) and each.is_full_name:
            return each
    return None


def _of_its_country(s: Sentence, frame: Frame) -> Mention:
    """Give the speaker's words with whose 'its' is: 'Ruritania will pay, its minister said'."""
    mention, places = frame.mention, s.grammar.places
    is_its = (mention.role or "").lower().startswith("its ") and not mention.sides
    if not is_its or frame.content.start > frame.cue.start:
        return mention
    inside = [t for t in s.tokens if frame.content.start <= t.start < frame.cue.start]
    owner = next((who for _, _, who in places.found(inside) if places.is_country(who)), None)
    return mention if owner is None else mention._replace(sides=(owner,))


def _veiled(s: Sentence, mention: Mention) -> Mention:
    """Note that a sentence says of 'a diplomat' that nobody may name them."""
    if mention.kind != "role" or mention.definite:
        return mention
    if s.grammar.hiding.isdisjoint(s.words):
        return mention
    hides = any(s.hides_a_name(at) for at in range(len(s)))
    return mention._replace(veiled=True) if hides else mention


def _with_participles(made: list[Found]) -> list[Found]:
    """Give a participle the day of the saying that it goes with: 'wrote on Monday, accusing'."""
    days: dict[int, Moment] = {}
    dated = []
    for item in made:
        is_participle = item.rule.startswith("inherited") and item.said is None
        said = days.get(item.speaker) if is_participle else item.said
        if said is not None:
            days[item.speaker] = said
        dated.append(item if said is item.said else item._replace(said=said))
    return dated


def _of_one_day(found: list[Found]) -> list[Found]:
    """Let what one speaker says in a paragraph be said on one day, unless it tells two.

    A day told later counts for a quotation before it, too: 'said on Monday' may
    stand with either half of what was said.
    """
    days: dict[int, list[Moment]] = defaultdict(list)
    for item in found:
        if item.said is not None:
            days[item.speaker].append(item.said)
    if not days:
        return found
    return [
        item._replace(said=days[item.speaker][0])
        if item.said is None and item.carries and _is_one_day(days[item.speaker])
        else item
        for item in found
    ]


def _is_one_day(days: Sequence[Moment]) -> bool:
    return len({(day.first, day.last) for day in days}) == 1


def _joined(one: Span, other: Span) -> Span:
    """Join two quotations of a speaker; where more stands between than in them, take the longer."""
    between = other.start - one.end
    quoted = other.end - other.start + one.end - one.start
    longer = one if one.end - one.start >= other.end - other.start else other
    return Span(one.start, other.end) if between <= quoted else longer


def _voice(item: Found) -> _Voice:
    return _Voice(item.resolved, item.words, item.said)


def _continued(paragraph: str, voice: _Voice, content: Span) -> Found:
    return Found(
        paragraph=paragraph,
        speaker=voice.resolved.profile.rank,
        resolved=Resolved(voice.resolved.profile, "continued"),
        words=voice.words,
        content=content,
        cue=Span(content.start, content.start),
        direct=True,
        quotes=True,
        said=voice.said,
        rule="continued",
    )


def _of_turn(paragraph: str, speaker: Resolved, turn: Turn) -> Found:
    return Found(
        paragraph=paragraph,
        speaker=speaker.profile.rank,
        resolved=speaker,
        words=turn.words,
        content=turn.content,
        cue=turn.cue,
        direct=True,
        quotes=False,
        said=None,
        rule="turn:colon",
    )


def main_first(found: Sequence[Found]) -> list[Found]:
    """Put statements within the words of another behind it, in the order of the text."""
    if len(found) <= 1:
        return list(found)
    nested = [_is_nested(i, found) for i in range(len(found))]
    own = [item for item, inside in zip(found, nested, strict=True) if not inside]
    return own + [item for item, inside in zip(found, nested, strict=True) if inside]


def _is_nested(at: int, found: Sequence[Found]) -> bool:
    """Whether somebody near by reports a statement as part of their own words."""
    item = found[at]
    near = (*found[max(0, at - _NEIGHBOURS) : at], *found[at + 1 : at + 1 + _NEIGHBOURS])
    return any(_holds(other, item) and not _holds(item, other) for other in near)


def _only_relays(item: Found, found: Sequence[Found]) -> bool:
    """Whether an institution reports nothing but what somebody else said.

    Of 'Jan Lind says it is late, the Courier reported' Lind is who speaks.
    """
    if not item.rule.endswith(":report") or not _is_outlet(item):
        return False
    within = (other for other in found if _holds(item, other) and not _holds(other, item))
    ahead = (other.cue.start - len(other.words) for other in within)
    return any(start - item.content.start < _OPENING for start in ahead)


def _is_outlet(item: Found) -> bool:
    """Whether a speaker is an institution, a known agency or 'local media'."""
    is_known = item.words in media.agencies() or item.words.rsplit(" ", 1)[-1] in media.unnamed()
    return item.resolved.profile.kind == "institution" or is_known


def _holds(one: Found, other: Found) -> bool:
    return one.content.start <= other.cue.start and other.cue.end <= one.content.end
