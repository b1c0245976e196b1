"""Reads an article sentence by sentence, and says whom its mentions mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.attribute.bodies import is_initials
from digest.attribute.identity.announced import Announcements
from digest.attribute.identity.ground import Ground
from digest.attribute.identity.institutions import Institutions
from digest.attribute.identity.issuers import body_of, is_brought, issuer, texts_made
from digest.attribute.identity.learning import Learning
from digest.attribute.identity.memory import NEAR, Memory
from digest.attribute.identity.pronouns import Pronouns, as_subject
from digest.attribute.identity.resolved import Resolved
from digest.attribute.identity.roles import Roles
from digest.attribute.identity.surnames import Surnames
from digest.attribute.identity.unnamed import Unnamed
from digest.attribute.identity.wording import undetermined
from digest.attribute.names import fold
from digest.attribute.parties import Politics

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.attribute.bodies import Bodies
    from digest.attribute.mentions import Mention
    from digest.attribute.posts import Posts
    from digest.attribute.profiles import Profile, Registry
    from digest.attribute.sentence import Sentence
    from digest.attribute.texts import Text

_TEXTS = frozenset({"document", "other"})  # what 'says' without being somebody
_PAIRS = frozenset({"two", "pair", "duo", "couple"})  # of people who just spoke together
_ELLIPSES = frozenset({"another", "one", "a second", "a third"})  # of the people just told of


class Scene:
    """What a reader of one article makes of its mentions."""

    def __init__(
        self,
        registry: Registry,
        posts: Posts,
        bodies: Bodies,
        number: int = 0,
        politics: Politics | None = None,
    ) -> None:
        """Begin an article: `number` tells it from others, `politics` of whose it tells."""
        self._ground = ground = Ground(
            registry, posts.grammar, bodies, number, posts, politics or Politics()
        )
        self._memory = memory = Memory()
        self._pronouns = Pronouns(memory)
        self._unnamed = Unnamed(registry, memory, self._pronouns)
        self._institutions = Institutions(ground, memory, self._pronouns)
        self._surnames = Surnames(ground, memory, self._unnamed, self._institutions)
        self._roles = Roles(ground, memory, self._unnamed, self._pronouns)
        self._learning = Learning(ground, memory, self._pronouns, self._institutions)
        self._announced = Announcements(ground, memory, self._learning)

    @property
    def same(self) -> Mapping[int, int]:
        """The rank of an unnamed speaker → the rank of whom the article names as it."""
        return self._announced.same

    def read(self, text: Text) -> None:
        """Take in the names of a whole paragraph."""
        for body, land, mentions in zip(text.bodies, text.lands, text.names, strict=True):
            self.enter(body, land)
            for mention in mentions:
                self.introduce(mention)
        for s, mentions in zip(text.sentences, text.names, strict=True):
            if self._ground.politics.contests:
                self._learning.learn_list(s, mentions)
            for mention in mentions if s.has_mark("(") else ():
                self._institutions.shorten(mention, short_name(s, mention))

    def enter(self, body: str | None, land: str | None = None) -> None:
        """Go on to a sentence that names this organisation last, or none, in news of a country."""
        self._memory.enter(body, land)

    def introduce(self, mention: Mention, *, aside: bool = False, anew: bool = False) -> None:
        """Take in a name with its role wherever it stands, speaker or not.

        One named `aside`, in the words of another, is not who the sentence is about. Whom
        no article names in full is known by a surname `anew`: 'President Lind'.
        """
        if mention.kind == "institution":
            self._institutions.resolve(mention, undetermined(mention.name or mention.text))
        elif mention.is_full_name:
            if not self._ground.grammar.places.is_city(mention.name or ""):
                # not in 'the state capital of Salt Lake City'
                named = self._surnames.resolve(mention.name or "", mention)
                self._note(named.profile, mention, aside=aside)
        elif mention.told and mention.kind == "name" and self._is_of_kind(mention):
            self._institutions.resolve(mention, mention.name or "")  # 'the Harbourline shipyard'
        elif mention.name == mention.text or (mention.kind == "name" and not mention.role):
            self._name_again(mention, aside=aside)
            known = self._ground.registry.body(fold(mention.name or ""))
            if known is not None and known.is_own_side:
                self._memory.institutions.see(known)
                self._memory.named_in[known.rank] = self._memory.sentence
                self._institutions.call(known, mention)
        elif mention.kind == "name" and mention.role:
            bearers = self._surnames.bearers(mention.name or "", mention)
            if not bearers and anew and not aside:
                named = self._surnames.resolve(mention.name or "", mention)
                bearers = [named.profile] if named.why == "surname" else []
            if len(bearers) == 1:  # a surname alone, as in a headline, makes nobody known
                self._memory.named.see(bearers[0])
                self._note(bearers[0], mention, aside=aside)

    def _is_of_kind(self, mention: Mention) -> bool:
        return any(map(self._ground.bodies.is_kind, mention.told))

    def _name_again(self, mention: Mention, *, aside: bool) -> None:
        """Remember whom a surname alone names, if only one of that name is here, or anywhere."""
        bearers = self._ground.registry.bearers(mention.name or "")
        alike = [p for p in bearers if p in self._memory.named] or bearers
        if len(alike) == 1 and not aside:
            self._memory.named.see(alike[0])
            self._memory.named_in[alike[0].rank] = self._memory.sentence

    def _note(self, profile: Profile, mention: Mention, *, aside: bool) -> None:
        self._learning.learn(profile, mention)
        if not aside:
            self._memory.named_in[profile.rank] = self._memory.sentence

    def speak_of(self, topic: Mention | None) -> Profile | None:
        """Take in whom a sentence is about and give them; a pronoun that follows may mean them."""
        if topic is None or topic.text.lower() in self._ground.grammar.quantities:
            return None  # 'Both began at night'
        if topic.kind == "pronoun":
            known = self._pronouns.resolve(topic)
            if known is not None and known.profile.kind == "person":
                self._memory.see(known.profile)
            return known.profile if known is not None else None
        topic = self._without_self(topic)
        if fold(topic.text) in _ELLIPSES:
            self._memory.bystander = self._unnamed.called(topic), self._memory.sentence
            return None
        if topic.kind == "document":
            self._memory.document = self._unnamed.called(topic), self._memory.sentence
        return None if topic.kind in _TEXTS else self._speak_of_anybody(topic)

    def _speak_of_anybody(self, topic: Mention) -> Profile | None:
        """Take in a person or an institution of whom a sentence is; give them if named."""
        if self._only_opens(topic):
            return None
        before = len(self._memory.named)
        found = self._roles.resolve(topic) if topic.kind == "role" else self._resolve(topic)
        if found is None:
            return None
        if found.profile.kind == "unnamed":
            is_new = topic.kind == "role" and (
                topic.plural or not topic.definite or self._ground.posts.is_somebodys(topic)
            )
            self._memory.bystander = (found.profile, self._memory.sentence) if is_new else None
            self._announced.mention(found.profile, topic)
            return None
        if len(self._memory.named) > before:
            self._memory.just_met = found.profile.rank
            self._announced.meet(found.profile, topic)
        self._memory.see(found.profile)
        return found.profile

    def _only_opens(self, topic: Mention) -> bool:
        """Whether a word has a capital only because it opens a sentence: 'Sandwiches went in'."""
        # 'Shares in Port Hope' as well
        is_word = topic.kind == "name" and topic.text.partition(" ")[0] == topic.name
        if not is_word or topic.role or topic.told:
            return False
        is_name = self._ground.bodies.is_proper(topic.name or "")
        return not is_name and not self._surnames.bearers(topic.name or "", topic)

    def pass_by(self, topic: Mention | None, speaking: Sequence[Mention]) -> None:
        """Take in whom a sentence is about in which others speak, or a pronoun for them."""
        is_nobody = topic is not None and topic.kind == "role" and not topic.definite
        if is_nobody or leave_room(speaking):
            self.speak_of(topic)

    def _without_self(self, mention: Mention) -> Mention:
        """Give the name of 'Novak herself'; what is no name as it is."""
        if mention.kind not in _TEXTS:
            return mention
        name, _, last = mention.text.rpartition(" ")
        is_self = last in self._ground.grammar.selves and last != "itself"
        gender = {"himself": "m", "herself": "f"}.get(last)
        return mention._replace(kind="name", name=name, gender=gender) if is_self else mention

    def speaker(self, mention: Mention) -> Resolved | None:
        """Give the speaker that a mention means; None where nobody can tell."""
        before = len(self._memory.named)
        mention = as_subject(self._without_self(mention))
        found = self._resolve(mention)
        if found is None:
            return None
        if mention.kind == "pronoun":
            self._memory.meant[mention.text.lower()] = found.profile
        else:
            self._learning.learn(found.profile, mention)
        document = self._memory.document
        if document is not None and document[0] is found.profile:
            self._memory.document = found.profile, self._memory.sentence  # 'It claimed …'
        if mention.kind not in _TEXTS:
            self._memory.see(found.profile)
            self._memory.spoke.add(found.profile.rank)
            is_joined_by_others = mention.plural or _names_another(mention)
            change = self._memory.joined.add if is_joined_by_others else self._memory.joined.discard
            change(found.profile.rank)
        elif mention.kind == "document":
            self._memory.document = found.profile, self._memory.sentence
        elif mention.kind == "other" and not mention.definite and found.profile.kind == "unnamed":
            # 'A quality controller', to be 'she'
            self._memory.bystander = found.profile, self._memory.sentence
        is_new = len(self._memory.named) > before or found.profile.rank == self._memory.just_met
        self._announced.hear(found.profile, mention, is_new=is_new)
        return found

    def stay_with(self, profile: Profile, others: Sequence[Profile]) -> None:
        """Take in that a sentence is about who speaks in it, not whom they say to have spoken."""
        for other in others:
            self._memory.forget(other)
        self._memory.see(profile)

    def make_texts(self, makers: Sequence[Profile], s: Sentence) -> None:
        """Take in through which texts those who are known speak in a sentence."""
        if is_brought(s):
            self._memory.sued = self._memory.sentence
        for maker in makers:
            if maker.kind != "unnamed":
                made = dict.fromkeys(texts_made(s), (maker, self._memory.sentence))
                self._memory.made.update(made)

    def name(self, profile: Profile, mention: Mention) -> None:
        """Take in that an unnamed speaker bears a name."""
        if profile.kind == "unnamed" and not profile.plural:
            named = self._surnames.resolve(mention.name or "", mention)
            self._announced.same[profile.rank] = named.profile.rank

    def _resolve(self, mention: Mention) -> Resolved | None:
        if mention.kind == "pronoun":
            return self._pronouns.resolve(mention)
        if mention.kind == "name":
            return self._surnames.resolve(mention.name or "", mention)
        if mention.kind == "role":
            return self._of_surname(mention) or self._roles.resolve(mention)
        pair = self._pronouns.pair() if undetermined(mention.text) in _PAIRS else None
        called = pair or self._roles.called(mention)
        if called is not None:
            return Resolved(called, "role")
        if mention.kind in _TEXTS:
            return self._author(mention) or Resolved(self._unnamed.called(mention), "unnamed")
        return self._institutions.resolve(mention, undetermined(mention.name or mention.text))

    def _of_surname(self, mention: Mention) -> Resolved | None:
        """Give who bears a surname that is a post as well: 'King' for Jan King."""
        name = mention.role or ""
        if mention.noun != name.lower() or not name.istitle() or mention.text != name:
            return None
        named = mention._replace(kind="name", name=name, role=None, noun=None, gender=None)
        bearers = self._surnames.bearers(name, named)
        return self._surnames.resolve(name, named) if len(bearers) == 1 else None

    def _author(self, mention: Mention) -> Resolved | None:
        """Give who speaks through 'her letter' or 'a foreign ministry statement'."""
        grammar = self._ground.grammar
        first, _, rest = mention.text.partition(" ")
        maker, at = self._memory.made.get(fold(rest), (None, 0))
        if maker is not None and mention.definite and at >= self._memory.sentence - NEAR:
            return Resolved(maker, "pronoun")  # 'Jan Lind said in a letter … The letter added'
        owner = self._pronouns.person(first) if grammar.is_document(rest) else None
        if owner is not None:
            return Resolved(owner, "pronoun")
        body = body_of(mention, grammar)
        if body is not None:
            return self._institutions.resolve(body, body.text)
        whose = issuer(mention, grammar)
        found = self._resolve(whose) if whose is not None else None
        return None if found is None or found.profile.kind == "unnamed" else found


def short_name(s: Sentence, mention: Mention) -> str | None:
    """Give 'NHB' of 'the Northern Harbour Board (NHB)'."""
    end = s.text.find(mention.text, s.tokens[0].start) + len(mention.text)
    at = s.at(end + 1)
    is_bracket = at is not None and s.mark(at) == "(" and s.mark(at + 2) == ")"
    word = s.tokens[at + 1].text if at is not None and is_bracket else ""
    return word if is_initials(word) else None


def leave_room(speaking: Sequence[Mention]) -> bool:
    """Whether beside those who speak in a sentence it may be about somebody else."""
    kinds = {mention.kind for mention in speaking}
    return "pronoun" in kinds or kinds.isdisjoint({"name", "role"})


def _names_another(mention: Mention) -> bool:
    """Whether words for a speaker go on with somebody else: 'Jan Lind and Ida Roe'."""
    _, name, rest = mention.text.partition(mention.name or "\0")
    return name != "" and rest.startswith(" and ")
