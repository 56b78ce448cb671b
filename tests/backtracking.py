"""Proof that a regular expression is matched in linear time: that no text makes the matcher go back over itself.

A backtracking matcher is superlinear where one stretch of text can be read in many ways, all of which fail in the
end. So the expression is turned into an automaton whose states are the characters it reads ("positions"), and two
shapes are looked for (Weideman et al. 2016, Analyzing Matching Time Behavior of Backtracking Regular Expression
Matchers by Using Ambiguity of NFA):

- exponential: a position that comes back to itself by two ways over the same text: `(a+)+b`, `(a|a)*b`;
- polynomial: a loop q and a later loop p such that one text leads around q, from q to p, and around p: `\\s+\\s*x`.
  Searching is such a loop in front of the expression: it starts again at each character (`\\w+@`).

Reading too much into an expression is safe, too little is not: a lookaround of more than one character is taken to
hold, what follows it aside. A loop from which the match has already succeeded is harmless, for nothing fails there.
Each text found is a word to repeat, so that whoever mends the expression can see it.
"""

import importlib
import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from itertools import permutations, product
from typing import Any, NamedTuple

_parser: Any = importlib.import_module("re._parser")
_compiler: Any = importlib.import_module("re._compiler")

# One character of each class that an expression may name, beside those it spells out itself.
_REPRESENTATIVES = "azAZé09٣_ \t\n\r\xa0\u2028.,;:!?'’‘\"“”-–—()[]{}<>/\\|#@&*+=$%^~`ÀЖ中\u0301\U0001f600"
# A repeat of up to this many is written out; above it, it counts as a loop where the matcher starts but once.
NARROW = 12
# A repeat of up to this many costs no more than that at each character of the text.
WIDE = 500
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}


class Guard(NamedTuple):
    """What must hold between two characters: the sets that they are of; `word`: whether a word begins or ends."""

    before: int
    behind: int
    word: bool | None = None


class Step(NamedTuple):
    to: int
    guards: frozenset[Guard]


@dataclass
class _Automaton:
    """States joined by free edges under guards; a state with a set of characters reads one of them."""

    free: list[list[tuple[int, Guard | None]]] = field(default_factory=list)
    reads: list[int | None] = field(default_factory=list)
    atomic: set[int] = field(default_factory=set)

    def state(self, reads: int | None = None) -> int:
        self.free.append([])
        self.reads.append(reads)
        return len(self.free) - 1

    def join(self, start: int, end: int, guard: Guard | None = None) -> None:
        self.free[start].append((end, guard))


class _Alphabet:
    """Sets of characters as bits."""

    def __init__(self, pattern: str) -> None:
        spelt = {chr(number) for number in _numbers(_parser.parse(pattern))}
        both = spelt | {one for char in spelt for one in (char.lower(), char.upper()) if len(one) == 1}
        self.characters = sorted(both | set(_REPRESENTATIVES))
        self.all = (1 << len(self.characters)) - 1
        self.start = len(self.characters)  # stands for what is before the first character
        self.around = self.all | 1 << self.start
        self.newline = 1 << self.characters.index("\n")
        self.word = self._bits(re.compile(r"\w"))
        self._known: dict[tuple[str, int], int] = {}

    def bits(self, node: Any, flags: int) -> int:
        """Return the characters that a parsed character or set reads, as the compiler of `re` has it."""
        key = (repr(node), flags)
        if key not in self._known:
            alone = _parser.SubPattern(_parser.State(), [node])
            self._known[key] = self._bits(_compiler.compile(alone, flags))
        return self._known[key]

    def _bits(self, one: re.Pattern[str]) -> int:
        return sum(1 << at for at, char in enumerate(self.characters) if one.fullmatch(char))


def _numbers(node: Any) -> Iterator[int]:
    """Yield the code point of each literal and end of a range in a parsed expression."""
    for item in node:
        if isinstance(item, tuple) and len(item) == 2 and str(item[0]) in {"LITERAL", "NOT_LITERAL"}:
            yield item[1]
        elif isinstance(item, tuple) and len(item) == 2 and str(item[0]) == "RANGE":
            yield from item[1]
        elif isinstance(item, (tuple, list, _parser.SubPattern)):
            yield from _numbers(item)


class _Builder:
    def __init__(self, pattern: str, flags: int, wide: int) -> None:
        self.tree = _parser.parse(pattern, flags)
        self.alphabet = _Alphabet(pattern)
        self.wide = wide
        self.made = _Automaton()
        self.groups: dict[int | None, Any] = {}

    def build(self, node: Any, start: int, flags: int) -> int:
        """Add a parsed expression from state `start`; return the state it ends in."""
        for item in node:
            start = self._item(item, start, flags)
        return start

    def _item(self, item: Any, start: int, flags: int) -> int:
        kind, value = str(item[0]), item[1]
        if kind in {"LITERAL", "NOT_LITERAL", "ANY", "IN"}:
            return self._read(start, self.alphabet.bits(item, flags))
        if kind == "SUBPATTERN":
            self.groups[value[0]] = value[3]
            return self.build(value[3], start, (flags | value[1]) & ~value[2])
        if kind == "GROUPREF":
            return self.build(self.groups[value], start, flags)  # at least what the group has read
        if kind == "ATOMIC_GROUP":
            return self.build(value, start, flags)
        if kind in _REPEATS:
            return self._repeat(kind, value, start, flags)
        end = self.made.state()
        if kind == "BRANCH":
            for branch in value[1]:
                self.made.join(self.build(branch, self._new(start), flags), end)
        elif kind == "AT":
            self.made.join(start, end, self._at(str(value), flags))
        elif kind in {"ASSERT", "ASSERT_NOT"}:
            if value[0] > 0:
                self.build(value[1], self._new(start), flags)  # it is read, and leads nowhere
            self.made.join(start, end, self._around(kind == "ASSERT", value[0] < 0, value[1], flags))
        else:
            raise NotImplementedError(kind)
        return end

    def _new(self, start: int) -> int:
        state = self.made.state()
        self.made.join(start, state)
        return state

    def _read(self, start: int, bits: int) -> int:
        reading = self.made.state(bits)
        self.made.join(start, reading)
        return reading

    def _repeat(self, kind: str, value: Any, start: int, flags: int) -> int:
        low, high, body = value
        unbounded = high is _parser.MAXREPEAT or high > self.wide
        first = len(self.made.reads)
        for _ in range(min(low, NARROW) - unbounded):
            start = self.build(body, start, flags)
        end = self.made.state()
        if unbounded:
            inner = self._new(start)
            last = self.build(body, inner, flags)
            self.made.join(last, inner)
            self.made.join(last, end)
            if low == 0:
                self.made.join(start, end)
        else:
            self.made.join(start, end)
            for _ in range(min(high, NARROW) - min(low, NARROW)):
                start = self.build(body, self._new(start), flags)
                self.made.join(start, end)
        if kind == "POSSESSIVE_REPEAT" and len(body) == 1 and str(body[0][0]) in {"LITERAL", "ANY", "IN"}:
            self.made.atomic.update(range(first, len(self.made.reads)))
        return end

    def _at(self, where: str, flags: int) -> Guard:
        everything = self.alphabet.around
        if "BOUNDARY" in where:
            return Guard(everything, everything, "NON" not in where)
        line = self.alphabet.newline if flags & re.MULTILINE and "STRING" not in where else 0
        if "BEGINNING" in where:
            return Guard(line | 1 << self.alphabet.start, everything)
        return Guard(everything, line)

    def _around(self, holds: bool, behind: bool, body: Any, flags: int) -> Guard | None:
        """Return the guard of a lookaround of one character; None (it may hold) where it looks at more."""
        bits = self._one_character(body, flags, holds)
        if bits is None:
            return None
        everything = self.alphabet.around
        bits = bits if holds else everything & ~bits
        return Guard(bits, everything) if behind else Guard(everything, bits)

    def _one_character(self, body: Any, flags: int, holds: bool) -> int | None:
        if len(body) != 1:
            return None
        kind, value = str(body[0][0]), body[0][1]
        if kind in {"LITERAL", "NOT_LITERAL", "ANY", "IN"}:
            return self.alphabet.bits(body[0], flags)
        if kind == "SUBPATTERN":
            return self._one_character(value[3], (flags | value[1]) & ~value[2], holds)
        if kind == "AT" and ("END" in str(value) or "BEGINNING" in str(value)) and not flags & re.MULTILINE:
            return 0
        if kind == "BRANCH":
            each = [self._one_character(branch, flags, holds) for branch in value[1]]
            if holds and None in each:
                return None
            union = 0
            for bits in each:
                union |= bits or 0
            return union
        return None


class _Graph:
    """Positions (0 stands before the first character) and the steps between them."""

    def __init__(self, pattern: str, flags: int, *, wide: int, searched: bool, full: bool) -> None:
        builder = _Builder(pattern, flags, wide)
        made = builder.made
        entry = made.state()
        begin = made.state()
        made.join(entry, begin)
        if searched:
            restart = made.state(builder.alphabet.all)
            made.join(entry, restart)
            made.join(restart, restart)
            made.join(restart, begin)
        final = made.state()
        made.join(builder.build(builder.tree, begin, builder.tree.state.flags), final)
        self.tree = builder.tree
        self.alphabet = builder.alphabet
        self.atomic = made.atomic
        self.reads = [bits or 0 for bits in made.reads]
        self.steps: dict[int, list[Step]] = {}
        self.ends: dict[int, list[frozenset[Guard]]] = defaultdict(list)
        waiting, seen = [entry], {entry}
        while waiting:
            position = waiting.pop()
            self.steps[position] = []
            for step in _ways(made, position, final):
                if step.to == final:
                    if not full:
                        self.ends[position].append(step.guards)
                    continue
                self.steps[position].append(step)
                if step.to not in seen:
                    seen.add(step.to)
                    waiting.append(step.to)
        self.accepts = {position for position, ends in self.ends.items() if frozenset() in ends}
        self._moves: dict[tuple[int, int, int], Counter[int]] = {}
        self.guarded = any(step.guards for steps in self.steps.values() for step in steps)
        self._classes()

    def _classes(self) -> None:
        """Leave one character of each class that no set of the expression tells apart."""
        sets = {*self.reads, self.alphabet.word, self.alphabet.newline}
        for steps in self.steps.values():
            for step in steps:
                for guard in step.guards:
                    sets |= {guard.before, guard.behind}
        kinds: dict[tuple[bool, ...], int] = {}
        for at in range(len(self.alphabet.characters)):
            kinds.setdefault(tuple(bool(one >> at & 1) for one in sets), at)
        self.letters = tuple(kinds.values())

    def moves(self, position: int, before: int, letter: int) -> Counter[int]:
        """Return the positions that reading `letter`, after `before`, leads to, each with the number of ways."""
        key = position, before if self.guarded else 0, letter
        if key not in self._moves:
            self._moves[key] = Counter(
                step.to
                for step in self.steps[position]
                if self.reads[step.to] >> letter & 1 and self._hold(step.guards, before, letter)
            )
        return self._moves[key]

    def succeeds(self, position: int, before: int, letter: int) -> bool:
        """Tell whether the match is made between `before` and `letter`: nothing that comes can make it fail."""
        return any(self._hold(guards, before, letter) for guards in self.ends[position])

    def _hold(self, guards: Set[Guard], before: int, letter: int) -> bool:
        return all(self._holds(guard, before, letter) for guard in guards)

    def _holds(self, guard: Guard, before: int, letter: int) -> bool:
        word = self.alphabet.word
        border = (word >> before & 1) != (word >> letter & 1)
        return bool(guard.before >> before & guard.behind >> letter & 1) and guard.word in {None, border}

    def lead(self, position: int) -> str:
        """Return a text that leads to a position."""
        first = min(self.steps)
        seen, waiting = {first}, deque([(first, self.alphabet.start, "")])
        while waiting:
            place, before, text = waiting.popleft()
            for letter in self.letters:
                for to in self.moves(place, before, letter):
                    if to == position:
                        return text + self.alphabet.characters[letter]
                    if to not in seen:
                        seen.add(to)
                        waiting.append((to, letter, text + self.alphabet.characters[letter]))
        return ""

    def letters_of(self, loop: Set[int]) -> set[int]:
        """Return the letters that lead on within a loop."""
        return {letter for letter in self.letters if any(self.reads[one] >> letter & 1 for one in loop)}

    def loops(self) -> list[frozenset[int]]:
        """Return the sets of positions that lead to one another, a loop each."""
        order: list[int] = []
        seen: set[int] = set()
        for position in self.steps:
            stack = [(position, iter(self.steps[position]))] if position not in seen else []
            seen.add(position)
            while stack:
                step = next(stack[-1][1], None)
                if step is None:
                    order.append(stack.pop()[0])
                elif step.to not in seen:
                    seen.add(step.to)
                    stack.append((step.to, iter(self.steps[step.to])))
        back: dict[int, list[int]] = defaultdict(list)
        for position, steps in self.steps.items():
            for step in steps:
                back[step.to].append(position)
        groups: list[frozenset[int]] = []
        placed: set[int] = set()
        for position in reversed(order):
            if position not in placed:
                group = _reached(back, position, placed)
                placed |= group
                if len(group) > 1 or any(step.to == position for step in self.steps[position]):
                    groups.append(frozenset(group))
        return groups


def _reached(edges: Mapping[int, Sequence[int]], start: int, without: Set[int]) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        for other in edges.get(waiting.pop(), ()):
            if other not in found and other not in without:
                found.add(other)
                waiting.append(other)
    return found


def _ways(made: _Automaton, position: int, final: int) -> Iterator[Step]:
    """Yield each way over free edges from a position to one that reads (or to the end).

    A way may cross a state twice: `(?:x?y?)*` goes from x to y within one turn of the loop, and by the next.
    """
    waiting: list[tuple[int, tuple[int, ...], frozenset[Guard]]] = [(position, (), frozenset())]
    while waiting:
        state, visited, guards = waiting.pop()
        for to, guard in made.free[state]:
            now = guards | {guard} if guard else guards
            if made.reads[to] is not None or to == final:
                yield Step(to, now)
            elif visited.count(to) < 2:
                waiting.append((to, (*visited, to), now))


class Fault(NamedTuple):
    """How an expression goes wrong: behind `lead`, `word` repeated many times is read in many ways."""

    kind: str
    word: str
    lead: str


def find_fault(
    pattern: str, flags: int = 0, *, searched: bool, full: bool = False, wide: int = WIDE
) -> Fault | None:
    """Return how matching `pattern` can take more than linear time, or None where it cannot.

    `searched`: the match may begin anywhere; `full`: it must end with the text; what repeats more often than
    `wide` counts as without bound.

    >>> find_fault(r"x(a+)+b", searched=False), find_fault(r"a+b", searched=False)
    (Fault(kind='exponential', word='a', lead='xa'), None)
    """
    graph = _Graph(pattern, flags, wide=wide, searched=searched, full=full)
    loops = graph.loops()
    return _exponential(graph, loops) or _polynomial(graph, loops)


def _exponential(graph: _Graph, loops: Sequence[frozenset[int]]) -> Fault | None:
    for loop in loops:
        for start in sorted(loop - graph.accepts - graph.atomic):
            word = _word(graph, partial(_two_ways_back, graph, loop, start), (start,))
            if word:
                return Fault("exponential", word, graph.lead(start))
    return None


def _two_ways_back(graph: _Graph, loop: Set[int], start: int, lasts: Sequence[int]) -> str | None:
    """Return a word that leads from `start` back to it in two ways, neither of them past a success."""
    letters = graph.letters_of(loop)
    waiting = deque(((start, start, False, last), "") for last in lasts)
    seen = {state for state, _ in waiting}
    while waiting:
        (one, other, apart, before), word = waiting.popleft()
        for letter in letters:
            ways = graph.moves(one, before, letter)
            for a, b in product(ways, graph.moves(other, before, letter)):
                parted = apart or a != b or (one == other and ways[a] > 1)
                state = (a, b, parted, letter if graph.guarded else before)
                if state[:3] == (start, start, True) and state[3] in lasts:
                    return word + graph.alphabet.characters[letter]
                if state not in seen and {a, b} <= loop and not {a, b} & graph.accepts:
                    seen.add(state)
                    waiting.append((state, word + graph.alphabet.characters[letter]))
    return None


def _polynomial(graph: _Graph, loops: Sequence[frozenset[int]]) -> Fault | None:
    onward = {position: [step.to for step in steps] for position, steps in graph.steps.items()}
    back: dict[int, list[int]] = defaultdict(list)
    for position, others in onward.items():
        for other in others:
            back[other].append(position)
    after = {loop: _reached(onward, min(loop), set()) for loop in loops}
    before = {loop: _reached(back, min(loop), set()) for loop in loops}
    for first, second in permutations(loops, 2):
        if min(second) not in after[first]:
            continue
        within = first, after[first] & before[second], second
        for start, end in product(sorted(first - graph.atomic), sorted(second - graph.accepts)):
            word = _word(graph, partial(_around_both, graph, within, start, end), (start, end))
            if word:
                return Fault("polynomial", word, graph.lead(start))
    return None


def _around_both(
    graph: _Graph, within: tuple[Set[int], Set[int], Set[int]], start: int, end: int, lasts: Sequence[int]
) -> str | None:
    """Return a word that leads around `start`, from there to `end`, and around `end`, but to no success."""
    letters = graph.letters_of(within[0]) & graph.letters_of(within[2])
    waiting = deque(((start, start, end, last), "") for last in lasts)
    seen = {state for state, _ in waiting}
    while waiting:
        (*places, before), word = waiting.popleft()
        for letter in letters:
            ways = [graph.moves(place, before, letter) for place in places]
            if not all(ways) or graph.succeeds(places[2], before, letter) or graph.accepts.intersection(ways[2]):
                continue
            for a, b, c in product(*ways):
                state = (a, b, c, letter if graph.guarded else before)
                if state[:3] == (start, end, end) and state[3] in lasts:
                    return word + graph.alphabet.characters[letter]
                if state not in seen and a in within[0] and b in within[1] and c in within[2]:
                    seen.add(state)
                    waiting.append((state, word + graph.alphabet.characters[letter]))
    return None


def _word(graph: _Graph, find: Callable[[Sequence[int]], str | None], positions: tuple[int, ...]) -> str | None:
    """Return a word that can follow upon itself: it ends in the letter that is taken to stand before it.

    All letters are tried at once before each is alone, for nearly always there is no such word.
    """
    able = [one for one in graph.letters if all(graph.reads[position] >> one & 1 for position in positions)]
    lasts = able if graph.guarded else able[:1]
    word = find(lasts)
    if word is None or not graph.guarded:
        return word
    return next((found for last in lasts if (found := find([last]))), None)
