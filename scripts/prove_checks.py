"""Prove the checks: judge right, wrong and mutated answers, and show how often a check errs.

    python3 scripts/prove_checks.py                 # everything, several minutes
    python3 scripts/prove_checks.py 01_tools 5.5    # a lesson, and one exercise of another
    python3 scripts/prove_checks.py --mutants 10    # a seeded sample of 10 mutants a lesson
    python3 scripts/prove_checks.py 5.5 --seed 2    # with other inputs than those of every day
    python3 scripts/prove_checks.py 5.5 --write     # and put the rows proven into README.md
    python3 scripts/prove_checks.py --blind round-2 # answers written blind, once, for the record

For each exercise: how many right answers are accepted, how many wrong ones rejected by the intended
check with the intended message, how many mutants killed. Exit code 1 where anything is not proven:
an exercise with fewer than two right or two wrong answers is not, either.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import random
import sys
from collections import Counter

import environment

ROOT = environment.ROOT
LEAST = 2  # right answers of an exercise, and wrong ones
MUTANT_SECONDS = 5  # for one request: a mutant may loop without end
ENDLESS = 240  # seconds for one answer, all that it is asked included


def prove_lesson(
    lesson: str, chosen: list[str], most_mutants: int | None, most_blind: int | None, seed: str
) -> dict:
    """Judge the answers of these exercises; return counts by exercise and kind, and problems."""
    from checks.proof import mutants
    from checks.proof import rehearsal as proof

    counts: dict[str, Counter] = {exercise: Counter() for exercise in chosen}
    problems = []
    end_where_it_hangs()
    rehearsal = proof.Rehearsal(lesson, until=chosen[-1], seed=seed)
    for judged in proof.prove(rehearsal, chosen, most_blind):
        end_where_it_hangs()
        count = counts[judged.exercise]
        count[judged.kind] += 1
        if judged.problem:
            problems.append(f"{judged.name}: {judged.problem}")
        elif not judged.open:
            count[f"{judged.kind} proven"] += 1
    problems += too_few_answers(lesson, counts)
    rehearsal.seconds = MUTANT_SECONDS
    known = mutants.equivalents()
    made = list(mutants.mutants(lesson, chosen))
    if most_mutants is not None and most_mutants < len(made):
        made = random.Random(lesson).sample(made, most_mutants)
    for mutant in made:
        end_where_it_hangs()
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
    end_where_it_hangs()
    rehearsal.close()
    faulthandler.cancel_dump_traceback_later()
    if most_mutants is None:
        arising = {(one.cell, f"{one.before} → {one.after}") for one in made}
        cells = {one.cell for one in made}
        problems += [
            f"listed as equivalent, but no longer made: {change}"
            for cell, change in known
            if cell in cells and (cell, change) not in arising
        ]
    return {"counts": {name: dict(count) for name, count in counts.items()}, "problems": problems}


def end_where_it_hangs() -> None:
    """End this process, and say where each thread is, if what comes next takes for ever."""
    faulthandler.dump_traceback_later(ENDLESS, exit=True, file=sys.__stderr__)


def judge_blind_round(name: str, lesson: str, chosen: list[str]) -> list:
    from checks.proof import blind

    return blind.judge_round(name, lesson, chosen)


def too_few_answers(lesson: str, counts: dict[str, Counter]) -> list[str]:
    """Return a sentence for each exercise that has too few collected answers to prove anything."""
    return [
        f"{exercise} has {count[kind]} {kind} answers, and needs {LEAST} or more: add them to "
        f"checks/proof/answers/{lesson}/{exercise.replace('.', '-')}.py"
        for exercise, count in counts.items()
        for kind in ("right", "wrong")
        if count[kind] < LEAST
    ]


def in_processes(work: dict[str, tuple]) -> dict:
    """Return what each of these calls returns, made in a process of its own, some at a time.

    Each is a function of this module, followed by its arguments.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from rich.progress import track

    # A new process each: lessons leave settings and stores behind. They wait a lot, so there are
    # more of them than cores.
    with ProcessPoolExecutor(
        2 * (os.cpu_count() or 1), mp_context=get_context("spawn"), max_tasks_per_child=1
    ) as pool:
        futures = {name: pool.submit(*call) for name, call in work.items()}
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


def record_blind_round(name: str, selection: dict[str, list[str]]) -> int:
    """Judge a round of blind answers for the first time, keep the verdicts, and say the figure."""
    from checks.proof import blind

    if name not in blind.rounds():
        print(
            f"There is no round {name}: rounds are folders of checks/proof/answers/blind, such as "
            "round-1.",
            file=sys.stderr,
        )
        return 2
    work = {lesson: (judge_blind_round, name, lesson, all_) for lesson, all_ in selection.items()}
    verdicts = [one for judged in in_processes(work).values() for one in judged]
    if not verdicts:
        print(f"All of {name} was judged before: a first verdict is not changed.", file=sys.stderr)
        return 2
    blind.record(name, verdicts)
    print(blind.figure())
    for answer in blind.wrongly_judged(name):
        print(f"✗ {answer.name}")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="01_tools, 5.5, …; all without")
    parser.add_argument("--mutants", type=int, metavar="N", help="only a sample of N a lesson")
    parser.add_argument(
        "--blind-answers", type=int, metavar="N", help="of those that came blind N an exercise"
    )
    parser.add_argument("--seed", default="proof", help="another one draws other inputs")
    parser.add_argument(
        "--blind",
        metavar="ROUND",
        help="judge checks/proof/answers/blind/ROUND once, for the record",
    )
    parser.add_argument("--write", action="store_true", help="put the rows into README.md's table")
    options = parser.parse_args()
    environment.enter()
    sys.path[:0] = [str(ROOT), str(ROOT / "lessons")]
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "scripts")])
    from rich.console import Console
    from rich.table import Table

    from checks.proof import table as readme
    from checks.proof.rehearsal import readable_answers

    try:
        selection = select(options.names)
        for lesson in selection:
            readable_answers(lesson)
        if options.write:
            readme.read()  # so that nothing is proven for minutes and then not written
        if options.write and options.mutants:
            raise ValueError("--write takes all mutants, or none: --mutants 0 shows them as –.")
        if options.write and options.blind_answers is not None:
            raise ValueError("--write takes all answers: leave out --blind-answers.")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if options.blind:
        return record_blind_round(options.blind, selection)
    results = in_processes(
        {
            name: (prove_lesson, name, chosen, options.mutants, options.blind_answers, options.seed)
            for name, chosen in selection.items()
        }
    )
    table = readme.rows(results)
    total = readme.total_of(table.values())
    shown = Table(*readme.HEADER[:1], box=None, pad_edge=False)
    for name in readme.HEADER[1:]:
        shown.add_column(name, justify="right")
    for row in [*table.values(), ["all", *readme.figures(total)]]:
        shown.add_row(*row)
    Console().print(shown)
    print("\n" + readme.error_rates(total))
    problems = [problem for result in results.values() for problem in result["problems"]]
    for problem in problems:
        print(f"✗ {problem}")
    if options.write and problems:
        print("Nothing was written: mend what is not proven first.", file=sys.stderr)
    elif options.write:
        readme.write(table)
    return 1 if problems else 0


if __name__ == "__main__":
    environment.run(main, failed=2)
