"""Prove the checks: judge right, wrong and mutated answers, and show how often a check errs.

    python3 scripts/prove_checks.py                 # everything, several minutes
    python3 scripts/prove_checks.py 01_tools 5.5    # a lesson, and one exercise of another
    python3 scripts/prove_checks.py --mutants 10    # a seeded sample of 10 mutants a lesson
    python3 scripts/prove_checks.py 5.5 --seed 2    # with other inputs than those of every day
    python3 scripts/prove_checks.py 5.5 --write     # and put the rows proven into README.md

For each exercise: how many right answers are accepted, how many wrong ones rejected by the intended
check with the intended message, how many mutants killed. Exit code 1 where anything is not proven:
an exercise with fewer than two right or two wrong answers is not, either.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable

import environment

ROOT = environment.ROOT
BEGIN = "<!-- The table is written by scripts/prove_checks.py --write. -->"
END = "<!-- End of the table. -->"
KINDS = ("right", "wrong", "mutant", "equivalent")
LEAST = 2  # right answers of an exercise, and wrong ones
MUTANT_SECONDS = 5  # for one request: a mutant may loop without end


def prove_lesson(lesson: str, chosen: list[str], most_mutants: int | None, seed: str) -> dict:
    """Judge the answers of these exercises; return counts by exercise and kind, and problems."""
    from checks.proof import mutants
    from checks.proof import rehearsal as proof

    counts: dict[str, Counter] = {exercise: Counter() for exercise in chosen}
    problems = []
    rehearsal = proof.Rehearsal(lesson, until=chosen[-1], seed=seed)
    for judged in proof.prove(rehearsal, chosen):
        count = counts[judged.exercise]
        count[judged.kind] += 1
        if judged.problem:
            problems.append(f"{judged.name}: {judged.problem}")
        else:
            count[f"{judged.kind} proven"] += 1
    problems += too_few_answers(lesson, counts)
    rehearsal.seconds = MUTANT_SECONDS
    known = mutants.equivalents()
    made = list(mutants.mutants(lesson, chosen))
    if most_mutants is not None and most_mutants < len(made):
        made = random.Random(lesson).sample(made, most_mutants)
    for mutant in made:
        killer = mutants.killer(rehearsal, mutant)
        equivalent = known.get((mutant.cell, f"{mutant.before} → {mutant.after}"))
        count = counts[mutant.exercise]
        if equivalent is not None and not killer:
            count["equivalent"] += 1
            continue
        count["mutant"] += 1
        count["mutant proven"] += bool(killer)
        if equivalent is not None:
            problems.append(f"listed as equivalent, but {killer} kills {mutant.name}")
        elif not killer:
            problems.append(f"survived: {mutant.name}")
    rehearsal.close()
    if most_mutants is None:
        arising = {(one.cell, f"{one.before} → {one.after}") for one in made}
        cells = {one.cell for one in made}
        problems += [
            f"listed as equivalent, but no longer made: {change}"
            for cell, change in known
            if cell in cells and (cell, change) not in arising
        ]
    return {"counts": {name: dict(count) for name, count in counts.items()}, "problems": problems}


def too_few_answers(lesson: str, counts: dict[str, Counter]) -> list[str]:
    """Return a sentence for each exercise that has too few collected answers to prove anything."""
    return [
        f"{exercise} has {count[kind]} {kind} answers, and needs {LEAST} or more: add them to "
        f"checks/proof/answers/{lesson}/{exercise.replace('.', '-')}.py"
        for exercise, count in counts.items()
        for kind in ("right", "wrong")
        if count[kind] < LEAST
    ]


def in_processes(
    selection: dict[str, list[str]], most_mutants: int | None, seed: str
) -> dict[str, dict]:
    """Prove each lesson's exercises in a process of its own, some at a time."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from rich.progress import track

    # A new process each: lessons leave settings and stores behind. They wait a lot, so there are
    # more of them than cores.
    with ProcessPoolExecutor(
        2 * (os.cpu_count() or 1), mp_context=get_context("spawn"), max_tasks_per_child=1
    ) as pool:
        futures = {
            name: pool.submit(prove_lesson, name, chosen, most_mutants, seed)
            for name, chosen in selection.items()
        }
        shown = track(futures.items(), "Proving", total=len(futures), transient=True)
        return {name: future.result() for name, future in shown}


def select(names: list[str]) -> dict[str, list[str]]:
    """Return the exercises to prove by lesson: those named, those of lessons named, or all.

    Raises ValueError for a name that is neither a lesson nor an exercise.
    """
    from lesson_kit.manifest import lessons

    known = [name for one in lessons() for name in (one.folder, *one.numbers)]
    for name in names:
        if name not in known:
            raise ValueError(
                f"There is no lesson or exercise {name}: name one of "
                f"{', '.join(one.folder for one in lessons())}, or an exercise such as 1.1."
            )
    chosen = {
        one.folder: [
            number for number in one.numbers if not names or {number, one.folder} & set(names)
        ]
        for one in lessons()
    }
    return {lesson: numbers for lesson, numbers in chosen.items() if numbers}


def rows(results: dict[str, dict]) -> dict[str, list[str]]:
    """Return the table's rows by exercise number: number and title, then `figures`."""
    from lesson_kit.manifest import exercise

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
    return f"{text}\n\n{error_rates(total)}"


def read_readme() -> tuple[str, dict[str, list[str]]]:
    """Return README.md and the rows that its table has now, by exercise number.

    Raises ValueError where the two marks of the table are not there.
    """
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    if readme.count(BEGIN) != 1 or readme.count(END) != 1:
        raise ValueError(f"README.md needs the two lines {BEGIN} and {END}, each once.")
    shown = readme.partition(BEGIN)[2].partition(END)[0]
    found = [line.strip("| ").split(" | ") for line in shown.splitlines()]
    return readme, {row[0].split()[0]: row for row in found if re.match(r"\d+\.\d+ ", row[0])}


def write_readme(proven: dict[str, list[str]]) -> None:
    """Put these rows into README.md's table, beside those that it has of other exercises."""
    from lesson_kit.manifest import lessons
    from lesson_kit.writing import write_whole

    readme, old = read_readme()
    both = old | proven
    table = {number: both[number] for one in lessons() for number in one.numbers if number in both}
    start, end = readme.index(BEGIN), readme.index(END)
    write_whole(
        ROOT / "README.md", f"{readme[:start]}{BEGIN}\n{as_markdown(table)}\n{readme[end:]}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="01_tools, 5.5, …; all without")
    parser.add_argument("--mutants", type=int, metavar="N", help="only a sample of N a lesson")
    parser.add_argument("--seed", default="proof", help="another one draws other inputs")
    parser.add_argument("--write", action="store_true", help="put the rows into README.md's table")
    options = parser.parse_args()
    environment.enter()
    sys.path[:0] = [str(ROOT), str(ROOT / "lessons")]
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "scripts")])
    from rich.console import Console
    from rich.table import Table

    try:
        selection = select(options.names)
        if options.write:
            read_readme()  # so that nothing is proven for minutes and then not written
        if options.write and options.mutants is not None:
            raise ValueError("--write needs all mutants: leave out --mutants.")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    results = in_processes(selection, options.mutants, options.seed)
    table = rows(results)
    total = total_of(table.values())
    shown = Table(*HEADER[:1], box=None, pad_edge=False)
    for name in HEADER[1:]:
        shown.add_column(name, justify="right")
    for row in [*table.values(), ["all", *figures(total)]]:
        shown.add_row(*row)
    Console().print(shown)
    print("\n" + error_rates(total))
    problems = [problem for result in results.values() for problem in result["problems"]]
    for problem in problems:
        print(f"✗ {problem}")
    if options.write and problems:
        print("Nothing was written: mend what is not proven first.", file=sys.stderr)
    elif options.write:
        write_readme(table)
    return 1 if problems else 0


if __name__ == "__main__":
    environment.run(main, failed=2)
