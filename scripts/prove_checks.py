"""Prove the checks: judge right, wrong and mutated answers, and show how often a check errs.

    python3 scripts/prove_checks.py                 # everything, several minutes
    python3 scripts/prove_checks.py 01_tools        # one lesson
    python3 scripts/prove_checks.py --mutants 10    # a seeded sample of 10 mutants a lesson
    python3 scripts/prove_checks.py --write         # everything, and put the table into README.md

For each exercise: how many right answers are accepted, how many wrong ones rejected by the intended
check with the intended message, how many mutants killed. Exit code 1 where anything is not proven.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
from collections import Counter

import environment

ROOT = environment.ROOT
BEGIN = "<!-- The table is written by scripts/prove_checks.py --write. -->"
END = "<!-- End of the table. -->"
KINDS = ("right", "wrong", "mutant", "equivalent")


def prove_lesson(lesson: str, most_mutants: int | None) -> dict:
    """Judge all of a lesson's answers; return counts by exercise and kind, and what went wrong."""
    from lesson_kit.judging.learner import Learner

    from checks.proof import mutants
    from checks.proof import rehearsal as proof

    counts: dict[str, Counter] = {}
    problems = []
    rehearsal = proof.Rehearsal(lesson)
    for exercise, name, problem in proof.prove(lesson, rehearsal):
        count = counts.setdefault(exercise, Counter())
        kind = name.split(":")[0].split()[-1]
        count[kind] += 1
        count[f"{kind} proven"] += not problem
        if problem:
            problems.append(f"{name}: {problem}")
    Learner.seconds = 5  # a mutant may loop without end
    known = mutants.equivalents()
    made = list(mutants.mutants(lesson))
    if most_mutants is not None and most_mutants < len(made):
        made = random.Random(lesson).sample(made, most_mutants)
    for mutant in made:
        killer = mutants.killer(rehearsal, mutant)
        equivalent = known.get((mutant.cell, f"{mutant.before} → {mutant.after}"))
        count = counts.setdefault(mutant.exercise, Counter())
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


def in_processes(lessons: list[str], most_mutants: int | None) -> dict[str, dict]:
    """Prove each lesson in a process of its own, as many at a time as there are cores."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from rich.progress import track

    # A new process each: lessons leave settings and stores behind. They wait a lot, so there are
    # more of them than cores.
    with ProcessPoolExecutor(
        2 * (os.cpu_count() or 1), mp_context=get_context("spawn"), max_tasks_per_child=1
    ) as pool:
        futures = {name: pool.submit(prove_lesson, name, most_mutants) for name in lessons}
        shown = track(futures.items(), "Proving", total=len(futures), transient=True)
        return {name: future.result() for name, future in shown}


def rows(results: dict[str, dict]) -> list[list[str]]:
    """Return the table's rows: an exercise each, with `figures`, and their sum."""
    from checks.grading.exercises import exercises

    table, total = [], Counter()
    for lesson, result in results.items():
        for exercise, title in exercises(lesson).items():
            count = Counter(result["counts"].get(exercise, {}))
            total += count
            table.append([f"{exercise} {title}", *figures(count)])
    table.append(["all", *figures(total)])
    return table


def figures(count: Counter) -> list[str]:
    """Return three fractions and the number of mutants set aside as equivalent."""
    fractions = [
        f"{count[f'{kind} proven']} of {count[kind]}" if count[kind] else "–" for kind in KINDS[:3]
    ]
    return [*fractions, str(count["equivalent"] or "–")]


def error_rates(results: dict[str, dict]) -> str:
    """Return the two error rates and the share of killed mutants, in one sentence."""
    total = Counter()
    for result in results.values():
        for count in result["counts"].values():
            total += Counter(count)

    def share(kind: str) -> str:
        if not total[kind]:
            return "nothing judged"
        return f"{(total[kind] - total[f'{kind} proven']) / total[kind]:.1%}"

    killed = total["mutant proven"] / total["mutant"] if total["mutant"] else 0
    return (
        f"Right answers rejected: {share('right')}. Wrong answers accepted, or rejected for "
        f"another reason than theirs: {share('wrong')}. Mutants killed: {killed:.1%}."
    )


HEADER = ["exercise", "right accepted", "wrong rejected", "mutants killed", "equivalent"]


def as_markdown(table: list[list[str]], sentence: str) -> str:
    lines = [HEADER, ["---", *["--:"] * 4], *table]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + f"\n\n{sentence}"


def write_readme(text: str) -> None:
    """Put the table between its two marks in README.md; raise ValueError where they are not."""
    from lesson_kit.agent_script.model_script import write_whole

    path = ROOT / "README.md"
    readme = path.read_text(encoding="utf-8")
    if readme.count(BEGIN) != 1 or readme.count(END) != 1:
        raise ValueError(f"README.md needs the two lines {BEGIN} and {END}, each once")
    new = re.sub(
        f"{re.escape(BEGIN)}.*{re.escape(END)}",
        lambda match: f"{BEGIN}\n{text}\n{END}",
        readme,
        flags=re.S,
    )
    write_whole(path, new)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="01_tools, …; all without")
    parser.add_argument("--mutants", type=int, metavar="N", help="only a sample of N a lesson")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    options = parser.parse_args()
    environment.enter()
    sys.path[:0] = [str(ROOT), str(ROOT / "lessons")]
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "scripts")])
    from rich.console import Console
    from rich.table import Table

    from checks.grading.exercises import lesson_folders

    unknown = sorted(set(options.lessons) - set(lesson_folders()))
    if unknown:
        print(f"There is no lesson {unknown[0]}, only {', '.join(lesson_folders())}.")
        return 2
    if options.write and (options.lessons or options.mutants is not None):
        print("--write needs everything: leave out the lessons and --mutants.")
        return 2
    results = in_processes(options.lessons or lesson_folders(), options.mutants)
    table = rows(results)
    shown = Table(*HEADER[:1], box=None, pad_edge=False)
    for name in HEADER[1:]:
        shown.add_column(name, justify="right")
    for row in table:
        shown.add_row(*row)
    Console().print(shown)
    print("\n" + error_rates(results))
    problems = [problem for result in results.values() for problem in result["problems"]]
    for problem in problems:
        print(f"✗ {problem}")
    if options.write:
        write_readme(as_markdown(table, error_rates(results)))
    return 1 if problems else 0


if __name__ == "__main__":
    environment.run(main)
