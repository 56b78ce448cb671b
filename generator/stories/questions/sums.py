"""Questions about numbers of one article that do not add up: held before, gained, held after."""

from collections import defaultdict
from collections.abc import Iterator

from generator.model.findings import Figure
from generator.stories.evidence import Told
from generator.stories.holders import HELD, Holding, held
from generator.stories.questions.asking import Context, Question, Reason, weight_of

# Ways to come by what is counted that change what was held; who “won” 40 may have held 30 of them before.
_CHANGES = {"gained": 1, "netted": 1, "lost": -1}
_PARTS = ("before", "change", "after")


def ask_sums(context: Context) -> Iterator[Question]:
    """Ask how an article's numbers add up, where what was held and what was gained do not make what is held."""
    accounts: dict[tuple[int, str, str], dict[str, dict[int, Told]]] = defaultdict(lambda: defaultdict(dict))
    for told in context.coverage.told.values():
        for figure in told.figures:
            holding = held(context.coverage, told, figure)
            part = _part(holding) if holding and _is_exact(figure) else None
            if holding and part:
                sign = _CHANGES.get(holding.verb, 1)
                accounts[told.place.article, holding.unit, holding.who][part][sign * int(figure.value)] = told
    for (_, unit, who), account in accounts.items():
        if any(len(account[part]) != 1 for part in _PARTS):
            continue
        (before, change, after), given = zip(*(next(iter(account[part].items())) for part in _PARTS), strict=True)
        if before + change != after:
            yield _question(context, f"the {unit} of {who}", (before, change, after), given)


def _question(context: Context, what: str, numbers: tuple[int, int, int], given: tuple[Told, ...]) -> Question:
    before, change, after = numbers
    gained, joined = ("gained", "and") if change > 0 else ("lost", "less")
    because = (
        f"The article gives all three, but {before} {joined} {abs(change)} make {before + change} (our sum). "
        "The official counts, and what each is compared with, would settle it."
    )
    return Question(
        f"How do {what} add up: {before} before, {abs(change)} {gained}, {after} after?",
        Reason("number", because, "number.sum"),
        tuple(dict.fromkeys(told.place for told in given)),
        weight_of(context, given[0].place),
    )


def _part(holding: Holding) -> str | None:
    """Return what a count is in the sum: what was held before, what was gained or lost, what is held after."""
    if holding.verb == HELD:
        return "before" if holding.before else "after"
    return "change" if holding.verb in _CHANGES else None


def _is_exact(figure: Figure) -> bool:
    return figure.bound is None and figure.status == "reported" and figure.value == int(figure.value)
