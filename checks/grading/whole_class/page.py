"""The report on a class: one HTML file that asks nothing of a network, and statistics as CSV."""

from pathlib import Path

from jinja2 import Environment

from checks.grading.seeds import kit_version
from checks.grading.spreadsheet import as_csv
from checks.grading.whole_class import charts
from checks.grading.whole_class.items import Item, items
from checks.grading.whole_class.summary import Summary
from checks.grading.work_folder import write_in_place

PAGE, ITEMS = "class_report.html", "item_statistics.csv"  # in the course's folder
TEMPLATE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The class</title>
<meta http-equiv="Content-Security-Policy"
      content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body {font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem}
table {border-collapse: collapse} td, th {text-align: left; padding: .2rem .8rem .2rem 0;
vertical-align: top; border-bottom: 1px solid #ccc} td:first-child {white-space: nowrap}
svg {width: 100%; height: auto}
</style></head><body><main>
<h1>The class</h1>
<p>{{ records|length }} submissions, judged by the kit {{ kit }}.</p>
<h2>Scores</h2>
{{ scores|safe }}
{% if looks %}<h2>To look at</h2>
<table><tr><th scope="col">lesson</th><th scope="col">why</th><th scope="col">who</th></tr>
{% for one in looks %}<tr><td>{{ one.lesson }}</td><td>{{ one.why }}</td>
<td>{{ one.learners|join(", ") }}</td></tr>
{% endfor %}</table>{% endif %}
{% if learners %}<h2>Learners by lesson</h2>
{{ learners|safe }}
{% endif %}{% if failed %}<h2>Failed, by check</h2>
<p>Checks that nobody failed are left out: {{ passed_by_all }}.</p>
{{ failed|safe }}
{% endif %}<h2>What a submission takes</h2>
{{ seconds|safe }}
</main></body></html>
"""


def write_report(course: Path, work: Path, summary: Summary) -> list[Path]:
    """Write the report and the statistics; return where they are, nothing where nothing is."""
    records = summary.records
    if not summary.scores or not records:
        return []
    statistics = items(records)
    failed = [one for one in statistics if one.passed < one.judged]
    page = (
        Environment(autoescape=True)
        .from_string(TEMPLATE)
        .render(
            records=records,
            kit=kit_version(),
            looks=summary.looks,
            scores=charts.score_distribution(summary.scores),
            learners=charts.learners_by_lesson(records),
            failed=charts.failure_by_check(failed) if failed else "",
            passed_by_all=len(statistics) - len(failed),
            seconds=charts.time_by_phase(records),
        )
    )
    write_in_place(course / PAGE, page, work)
    write_in_place(course / ITEMS, as_csv(Item, statistics), work)
    return [course / PAGE, course / ITEMS]
