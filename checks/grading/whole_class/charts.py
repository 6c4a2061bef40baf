"""Draw what a class looks like, as SVG that a page holds in itself."""

import io
from collections import defaultdict

from matplotlib import colormaps, rc_context
from matplotlib.figure import Figure

from checks.grading.records import Record
from checks.grading.whole_class.items import Item
from checks.grading.whole_class.summary import LessonScores

# Text as text, so that it can be read aloud and found; the same picture each time.
STYLE = {"svg.fonttype": "none", "svg.hashsalt": "class"}
GOOD, BAD, PLAIN = "#1a7f37", "#b42318", "#3b6ea5"
MOST_LEARNERS = 200  # rows of the picture of learners by lesson


def as_svg(figure: Figure) -> str:
    """Return a figure as an SVG element."""
    text = io.StringIO()
    with rc_context(STYLE):
        figure.savefig(text, format="svg", bbox_inches="tight", metadata={"Date": None})
    return text.getvalue().partition("<svg")[1] + text.getvalue().partition("<svg")[2]


def score_distribution(scores: list[LessonScores]) -> str:
    """Return for each lesson how many got which share of the points."""
    figure = Figure(figsize=(8, 1.6 * len(scores)), layout="constrained")
    for axes, one in zip(figure.subplots(len(scores), squeeze=False)[:, 0], scores, strict=True):
        axes.bar([f"{10 * n}–{10 * n + 10} %" for n in range(10)], one.tenths(), color=PLAIN)
        axes.set_title(f"{one.lesson}: mean {one.mean:.1f} of {one.most:g}", loc="left")
        axes.yaxis.get_major_locator().set_params(integer=True)
    return as_svg(figure)


def failure_by_check(items: list[Item]) -> str:
    """Return for each check what share of those judged failed it."""
    figure = Figure(figsize=(8, 0.8 + 0.2 * len(items)), layout="constrained")
    axes = figure.subplots()
    names = [f"{one.exercise} {one.check}" for one in items]
    axes.barh(names, [100 * (1 - one.difficulty) for one in items], color=BAD)
    axes.set(xlim=(0, 100), xlabel="% failed")
    axes.tick_params(axis="y", labelsize=8)
    axes.margins(y=0.01)
    axes.invert_yaxis()
    return as_svg(figure)


def learners_by_lesson(records: list[Record]) -> str:
    """Return each learner's share of the points in each lesson, those with least points first.

    It is "" where nothing at all was judged.
    """
    lessons = sorted({one.lesson for one in records})
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for one in records:
        if one.most:
            shares[one.learner][one.lesson] = one.points / one.most
    rows = sorted(shares, key=lambda learner: sum(shares[learner].values()))[:MOST_LEARNERS]
    table = [[shares[one].get(lesson, float("nan")) for lesson in lessons] for one in rows]
    if not rows:
        return ""
    figure = Figure(figsize=(8, 1 + 0.18 * len(rows)), layout="constrained")
    axes = figure.subplots()
    # Red to blue, which also those tell apart to whom red and green are the same; of more than a
    # few colours, the scale beside it would be drawn as an image, which the page forbids.
    tenths = colormaps["RdYlBu"].resampled(10)
    picture = axes.pcolormesh(table, cmap=tenths, vmin=0, vmax=1, edgecolors="white")
    axes.set_xticks([n + 0.5 for n in range(len(lessons))], lessons, fontsize=8)
    names = [name.replace("$", r"\$") for name in rows]  # else it would begin a formula
    axes.set_yticks([n + 0.5 for n in range(len(rows))], names, fontsize=8)
    axes.invert_yaxis()
    figure.colorbar(picture, label="share of the points")
    return as_svg(figure)


def time_by_phase(records: list[Record]) -> str:
    """Return the mean seconds of a submission of each lesson, by phase."""
    lessons = sorted({one.lesson for one in records})
    phases = list(dict.fromkeys(phase for one in records for phase in one.seconds))
    figure = Figure(figsize=(8, 1 + 0.35 * len(lessons)), layout="constrained")
    axes = figure.subplots()
    begin = [0.0] * len(lessons)
    for phase in phases:
        means = [mean_seconds(records, lesson, phase) for lesson in lessons]
        axes.barh(lessons, means, left=begin, label=phase)
        begin = [a + b for a, b in zip(begin, means, strict=True)]
    axes.set(xlabel="seconds of a submission")
    axes.invert_yaxis()
    if phases:
        figure.legend(loc="outside upper left", ncols=len(phases), fontsize=8)
    return as_svg(figure)


def mean_seconds(records: list[Record], lesson: str, phase: str) -> float:
    """Return what a phase took on average."""
    took = [one.seconds.get(phase, 0.0) for one in records if one.lesson == lesson]
    return sum(took) / len(took) if took else 0.0
