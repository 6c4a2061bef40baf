"""Compare a logged model with the reference from a notebook's cell."""

import io
from pathlib import Path
from unittest import mock
from urllib.parse import quote

from IPython import get_ipython
from IPython.display import display
from rich.console import Console

from lesson_kit.agent_script.own_agent import log_given
from lesson_kit.compare.comparing import compare
from lesson_kit.compare.comparison import Comparison
from lesson_kit.compare.models import CannotCompare, find_reference, quiet_store
from lesson_kit.compare.report import (
    ONE_ROW_MORE,
    WIDTH,
    mlflow_page,
    print_comparison,
    rendered,
    write_html,
)
from lesson_kit.show.theme import BAD, FONT, GOOD, NO_FORMULA
from lesson_kit.writing import name_beside

TEMPLATE = Path(__file__).with_name("notebook.html")
# MLflow's own links, such as to the reference's run, say nothing of the comparison.
NO_LINKS = {"MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT": "true"}


def compare_models(
    model_uri: str, reference: str | None = None, given_agent=None, html: str = ""
) -> None:
    """Show how a logged model stands beside the reference run, and write the whole as HTML.

    `reference` is the URI of another model; without it, the reference run of the MLflow store that
    is in use. Where that has none, `given_agent`, which the agent-so-far cell has made, is logged
    as the reference. Each page has a file of its own unless `html` names one: a tab that JupyterLab
    has open goes on showing what its file held. Raises CannotCompare, one sentence, when there is
    nothing to compare.
    """
    quiet_store()
    with mock.patch.dict("os.environ", NO_LINKS):
        if reference is None and given_agent is not None:
            try:
                reference = find_reference()
            except CannotCompare:
                reference = log_given(given_agent).model_uri
        found = compare(model_uri, reference)
    show(found, write_html(html or name_beside(Path("comparison.html")), [found]))


def show(found: Comparison, report: Path) -> None:
    """Show a comparison as HTML, in the notebook's colours; as text where that is all there is."""
    told = io.StringIO()
    print_comparison(found, Console(file=told, width=WIDTH, highlight=False, force_jupyter=False))
    text = f"{told.getvalue().strip()}\n\nQuestion by question, both traces: {report}"
    if get_ipython() is None:
        print(text)
        return
    display({"text/plain": text, "text/html": in_notebook(found, report)}, raw=True)


def in_notebook(found: Comparison, report: Path) -> str:
    """Return a comparison as HTML, light or dark as JupyterLab is."""
    return rendered(
        TEMPLATE,
        one=found,
        report=report,
        link=quote(str(report)),
        mlflow=mlflow_page(found) if found.run_id else "",
        one_row_more=ONE_ROW_MORE,
        good=GOOD,
        bad=BAD,
        font=FONT,
        no_formula=NO_FORMULA,
    )
