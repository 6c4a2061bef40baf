"""Item statistics: how hard each check is, how well it tells learners apart, what is got wrong."""

from collections import Counter
from dataclasses import dataclass
from statistics import StatisticsError, correlation

from checks.grading.records import Record


@dataclass
class Item:
    """One check over all who were judged by it."""

    exercise: str
    check: str
    judged: int
    passed: int
    difficulty: float  # the share that passed: 1 is easy
    discrimination: float | None  # correlation with the other points of the lesson, if any
    misconception: str = ""  # the id that failed answers got most often
    times: int = 0
    says: str = ""


def items(records: list[Record]) -> list[Item]:
    """Return the statistics of each check, in the order of the lessons."""
    found: dict[tuple[str, str], list[tuple[Record, dict]]] = {}
    for record in records:
        for key, result in record.checks.items():
            if result["state"] != "not judged":
                found.setdefault(key, []).append((record, result))
    ordered = sorted(found, key=lambda key: [int(part) for part in key[0].split(".")])
    return [item(*key, found[key]) for key in ordered]


def item(exercise: str, check: str, results: list[tuple[Record, dict]]) -> Item:
    """Return the statistics of one check."""
    passed = [result["state"] == "passed" for _, result in results]
    rest = [
        record.points - ok * result["points"]
        for (record, result), ok in zip(results, passed, strict=True)
    ]
    try:
        discrimination = round(correlation(list(map(float, passed)), list(map(float, rest))), 3)
    except StatisticsError:  # fewer than two, or all the same
        discrimination = None
    failed = [result for _, result in results if result["state"] == "failed"]
    ((finding, times),) = Counter(one["finding"] for one in failed).most_common(1) or [("", 0)]
    says = next((one["meaning"] for one in failed if one["finding"] == finding), "")
    share = round(sum(passed) / len(passed), 3)
    counts = len(passed), sum(passed), share, discrimination
    return Item(exercise, check, *counts, finding, times, says)
