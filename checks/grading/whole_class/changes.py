"""Who would change if a submission were graded again, by how much, and why."""

from dataclasses import dataclass

from nbgrader.api import Gradebook, MissingEntry

from checks.grading.autograde import SafeAutograde
from checks.grading.records import Record
from checks.grading.whole_class.grading import Graded

MOST_NAMED = 4  # checks of one line


@dataclass
class Change:
    """A change of one submission's points, in words."""

    learner: str
    lesson: str
    points: str
    why: str


def changes_of(graded: Graded, converter: SafeAutograde) -> list[Change]:
    """Return the change that recording this would make; none where there is none."""
    one, record = graded.due, graded.record
    points, by_hand = points_in(converter, record)
    checks = checks_changed(one.before, record) if one.before else []
    same = one.before is not None and not checks
    if same or (one.before is None and points == record.points):
        return []
    told = f"{points:g} → {record.points:g} of {record.most}"
    if by_hand:
        told += f"; by hand, and kept: {', '.join(by_hand)}"
    more = len(checks) - MOST_NAMED
    listed = "; ".join(checks[:MOST_NAMED]) + (f"; {more} more" if more > 0 else "")
    return [Change(one.learner, one.lesson, told, f"{one.why}: {listed}" if listed else one.why)]


def points_in(converter: SafeAutograde, record: Record) -> tuple[float, list[str]]:
    """Return a submission's automatic points as they are recorded, and what is marked by hand."""
    where = record.lesson, record.learner
    with Gradebook(converter.coursedir.db_url, converter.coursedir.course_id) as gradebook:
        try:
            notebooks = gradebook.find_submission(*where).notebooks
        except MissingEntry:
            return 0.0, []
        grades = [grade for notebook in notebooks for grade in notebook.grades]
        by_hand = [one.name for one in grades if one.manual_score is not None]
        return sum(one.auto_score or 0 for one in grades), by_hand


def checks_changed(before: Record, now: Record) -> list[str]:
    """Return each check that came out otherwise, in words."""
    then, changed = before.checks, []
    for key, result in now.checks.items():
        name, old = " ".join(key), then.get(key)
        state = result["state"]
        if old is None:
            changed.append(f"{name}: new, {state}")
        elif (old["state"], old["points"]) != (state, result["points"]):
            worth = "" if old["points"] == result["points"] else f", worth {result['points']}"
            said = f" ({result['finding']})" if result["finding"] else ""
            changed.append(f"{name}: {old['state']} → {state}{said}{worth}")
    changed += [f"{' '.join(key)}: no more" for key in then if key not in now.checks]
    return changed
