"""Make what a person opens harmless and readable: feedback pages, and formgrader.

`CleanSubmission` cleans what a kernel put out, once it is graded. Markdown is cleaned where it
becomes HTML, by the filter that `nbgrader_config.py` gives to both kinds of page. A feedback page
forbids all scripts besides, and asks no server for anything.
"""

import base64
import html
import re
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from jinja2 import pass_context
from lesson_kit.show.graph_svg import graph_svg
from lesson_kit.workspace.submitted_notebook import proper
from nbconvert.exporters import HTMLExporter
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade
from traitlets.config import Config

from checks.grading.clean_html import clean_html
from checks.grading.exercises import ROOT, title_of
from checks.grading.mermaid import NoGraph, read_graph
from checks.grading.report import STATE, state_of

TEMPLATES = Path(__file__).parent / "templates"
NBGRADER_TEMPLATES = str(files("nbgrader") / "server_extensions" / "formgrader" / "templates")
LONGEST_MARKDOWN = 50_000  # characters
LONGEST_CODE, LONGEST_LINE = 20_000, 1_000  # characters of a cell that is coloured
MOST_PICTURES = 20  # in the HTML of one output
MOST_ENVIRONMENTS = 100  # of LaTeX's; each is looked for to the end of the text
GRAPH = re.compile(r"^```mermaid\n([^`]*)^```[ \t]*$", re.MULTILINE)
# What is shown of an output as it is; HTML is cleaned, Markdown when it becomes HTML, and SVG is
# shown as a picture, in which nothing acts. Whatever else there is has a script, or may have one.
SHOWN = {"text/plain", "text/latex", "text/markdown", "image/png", "image/jpeg", "image/svg+xml"}
PLACES = [
    str(one)
    for place in (ROOT, Path.home(), tempfile.gettempdir(), sys.prefix, sys.base_prefix, Path.cwd())
    for one in (Path(place), Path(place).resolve())
    if len(one.parts) > 1
]
# A path begins after no letter, but for the one that ends a colour.
PATH = re.compile(
    rf"(?:(?<![\w.~/-])|(?<=\dm))(?:~|{'|'.join(map(re.escape, PLACES))})"
    r"/(?:[\w.+@=-]+/)*([\w.+@=-]+)"
)


class CleanSubmission(NbGraderPreprocessor):
    """Clean what a learner's kernel put out: nothing in it acts, or shows where the grader works.

    The kit's own reports, in graded cells, stay as they are.
    """

    def preprocess(self, nb, resources):
        kept = ("kernelspec", "language_info", STATE)
        nb.metadata = type(nb.metadata)({k: v for k, v in nb.metadata.items() if k in kept})
        for cell in nb.cells:
            kept = [key for key in cell.metadata if key not in ("nbgrader", "not_judged", STATE)]
            for key in kept:
                del cell.metadata[key]
            if cell.cell_type != "code":
                continue
            if not isinstance(cell.execution_count, int):
                cell.execution_count = None
            cell.outputs = [proper(output) for output in cell.outputs]
            if not is_grade(cell):
                for output in cell.outputs:
                    clean(output)
        return nb, resources


def clean(output) -> None:
    """Clean one output in its place."""
    if output.output_type == "stream":
        output.text = without_places(output.text)
    elif output.output_type == "error":
        output.evalue = without_places(output.evalue)
        output.traceback = [without_places(line) for line in output.traceback]
    else:
        output.metadata = {}
        output.data = {
            kind: cleaned(kind, value)
            for kind, value in output.data.items()
            if isinstance(value, str) and (kind in SHOWN or kind == "text/html")
        } or {"text/plain": "(What this cell shows needs a script, and is left out.)"}
        if isinstance(output.get("execution_count", 0), int) is False:
            output.execution_count = None


def cleaned(kind: str, value: str) -> str:
    if kind.startswith("text/"):
        value = without_places(value)
    return clean_html(with_pictures(value)) if kind == "text/html" else value


def with_pictures(text: str) -> str:
    """Put a picture, in which nothing acts, in the place of each SVG in HTML, with its words."""
    if text.count("<svg") > MOST_PICTURES or len(text) > LONGEST_MARKDOWN:
        return text

    def replaced(found) -> str:
        words = re.findall(r"<(?:title|desc)>([^<]*)</", found[0])
        return picture(found[0], html.unescape("; ".join(words)))

    return re.sub(r"<svg\b.*?</svg>", replaced, text, flags=re.DOTALL)


def without_places(text: str) -> str:
    """Cut the paths of the grader's machine to the names of their files."""
    return PATH.sub(r"\1", text)


@pass_context
def markdown_to_html(context, source: str) -> str:
    """Return Markdown as harmless HTML, its graphs drawn as static pictures."""
    if len(source) > LONGEST_MARKDOWN or source.count("\\begin{") > MOST_ENVIRONMENTS:
        return f"<pre>{html.escape(source)}</pre>"
    cell = context.get("cell", {})
    renderer = IPythonRenderer(
        escape=False, attachments=cell.get("attachments", {}), exclude_anchor_links=True
    )
    render = MarkdownWithMath(renderer=renderer).render
    parts = GRAPH.split(source)  # text, graph, text, graph, text
    for index, part in enumerate(parts):
        parts[index] = (index % 2 and drawn(part)) or clean_html(
            render(f"```\n{part}```" if index % 2 else part)
        )
    return "".join(parts)


def code_to_html(source: str, language=None, metadata=None) -> str:
    """Return code as coloured HTML; without colours where that takes minutes."""
    lines = source.splitlines()
    if len(source) > LONGEST_CODE or max(map(len, lines), default=0) > LONGEST_LINE:
        return f'<div class="highlight"><pre>{html.escape(source)}</pre></div>'
    return Highlight2HTML(pygments_lexer="ipython3")(source, language, metadata)


def drawn(mermaid: str) -> str:
    """Return a graph as a picture that is part of the page; nothing where it can't be read."""
    try:
        graph = read_graph(mermaid)
    except NoGraph:
        return ""
    words = "; ".join(graph.in_words())
    return f"<p>{picture(graph_svg(graph), f'Graph: {words}')}</p>"


def picture(svg: str, words: str) -> str:
    """Return an SVG as a picture that is part of the page, with what it says."""
    data = base64.b64encode(svg.encode("utf-8", "replace")).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{html.escape(words)}">'


class FeedbackPage(HTMLExporter):
    """nbgrader's feedback page with exercises by name, the grader's notes, and no scripts."""

    def __init__(self, config=None, **kwargs):
        # nbgrader names its own template in the section of HTMLExporter; ours builds on it.
        given = Config(config or {})
        given.FeedbackPage.template_name = "kit_feedback"
        given.FeedbackPage.extra_template_basedirs = [str(TEMPLATES), NBGRADER_TEMPLATES]
        paths = given.HTMLExporter.get("extra_template_paths", [])
        given.FeedbackPage.extra_template_paths = [*paths, NBGRADER_TEMPLATES]
        super().__init__(config=given, **kwargs)

    def default_filters(self):
        yield from super().default_filters()
        yield "exercise_title", exercise_title
        yield "kit_state", state_of


def exercise_title(cell) -> str:
    """Return number and title of the exercise that a graded cell belongs to."""
    name = cell.metadata.nbgrader["grade_id"]
    number = name.removeprefix("check-").replace("-", ".")
    try:
        return f"{number} {title_of(number)}"
    except KeyError:
        return name
