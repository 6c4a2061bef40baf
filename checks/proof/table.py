"""The table of README.md that says how far the checks can be trusted."""

import re
from collections import Counter
from collections.abc import Iterable

from lesson_kit.manifest import exercise, lessons
from lesson_kit.writing import write_whole

from checks.grading.exercises import ROOT
from checks.proof import blind

BEGIN = "<!-- The table is written by scripts/prove_checks.py --write. -->"
END = "<!-- End of the table. -->"
KINDS = ("right", "wrong", "mutant", "equivalent")


def rows(results: dict[str, dict]) -> dict[str, list[str]]:
    """Return the table's rows by exercise number: number and title, then `figures`."""
    return {
        number: [f"{number} {exercise(number).title}", *figures(Counter(count))]
        for result in results.values()
        for number, count in result["counts"].items()
    }


def figures(count: Counter) -> list[str]:
    """Return three fractions and the number of mutants set aside as equivalent."""
    fractions = [
        f"{count[f'{kind} proven']} of {count[kind]}" if count[kind] else "–" for kind in KINDS[:3]
    ]
    return [*fractions, str(count["equivalent"] or "–")]


def count_of(row: list[str]) -> Counter:
    """Return the counts that a row shows: the other way round of `figures`."""
    count = Counter()
    for kind, shown in zip(KINDS, row[1:], strict=True):
        numbers = [int(number) for number in re.findall(r"\d+", shown)]
        if numbers:
            count[kind] = numbers[-1]
            count[f"{kind} proven"] = numbers[0]
    return count


def total_of(table: Iterable[list[str]]) -> Counter:
    """Return the sum of a table's rows."""
    return sum((count_of(row) for row in table), Counter())


def error_rates(total: Counter) -> str:
    """Return the two error rates and the share of killed mutants, in one sentence."""

    def share(kind: str) -> str:
        if not total[kind]:
            return "nothing judged"
        return f"{(total[kind] - total[f'{kind} proven']) / total[kind]:.1%}"

    killed = f"{total['mutant proven'] / total['mutant']:.1%}" if total["mutant"] else "none made"
    return (
        f"Right answers rejected: {share('right')}. Wrong answers accepted, or rejected for "
        f"another reason than theirs: {share('wrong')}. Mutants killed: {killed}."
    )


HEADER = ["exercise", "right accepted", "wrong rejected", "mutants killed", "equivalent"]


def as_markdown(table: dict[str, list[str]]) -> str:
    """Return the rows of exercises with their sum and the error rates, as README.md holds them."""
    total = total_of(table.values())
    lines = [HEADER, ["---", *["--:"] * 4], *table.values(), ["all", *figures(total)]]
    text = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    return "\n\n".join(filter(None, [text, error_rates(total), blind.figure()]))


def read() -> tuple[str, dict[str, list[str]]]:
    """Return README.md and the rows that its table has now, by exercise number.

    Raises ValueError where the two marks of the table are not there.
    """
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    if readme.count(BEGIN) != 1 or readme.count(END) != 1:
        raise ValueError(f"README.md needs the two lines {BEGIN} and {END}, each once.")
    shown = readme.partition(BEGIN)[2].partition(END)[0]
    found = [line.strip("| ").split(" | ") for line in shown.splitlines()]
    return readme, {row[0].split()[0]: row for row in found if re.match(r"\d+\.\d+ ", row[0])}


def write(proven: dict[str, list[str]]) -> None:
    """Put these rows into README.md's table, beside those that it has of other exercises."""
    readme, old = read()
    both = old | proven
    table = {number: both[number] for one in lessons() for number in one.numbers if number in both}
    start, end = readme.index(BEGIN), readme.index(END)
    write_whole(
        ROOT / "README.md", f"{readme[:start]}{BEGIN}\n{as_markdown(table)}\n{readme[end:]}"
    )
