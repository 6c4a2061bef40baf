"""Compare a logged model with the reference from a notebook's cell."""

from IPython.display import FileLink, display

from lesson_kit.agent_script.own_agent import log_given
from lesson_kit.compare.comparing import compare
from lesson_kit.compare.comparison import Comparison
from lesson_kit.compare.models import CannotCompare, find_reference, quiet_store
from lesson_kit.compare.report import print_comparison, write_html


def compare_models(
    model_uri: str,
    reference: str | None = None,
    given_agent=None,
    html: str = "comparison.html",
) -> Comparison:
    """Print how a logged model stands beside the reference run, and write the whole as HTML.

    `reference` is the URI of another model; without it, the reference run of the MLflow store that
    is in use. Where that has none, `given_agent`, which the agent-so-far cell has made, is logged
    as the reference. Raises CannotCompare, one sentence, when there is nothing to compare.
    """
    quiet_store()
    if reference is None and given_agent is not None:
        try:
            reference = find_reference()
        except CannotCompare:
            reference = log_given(given_agent).model_uri
    found = compare(model_uri, reference)
    print_comparison(found)
    report = write_html(html, [found])
    display(FileLink(report, result_html_prefix="Question by question, both traces: "))
    return found
