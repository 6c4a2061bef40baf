"""Compare a logged model with the reference from a notebook's cell."""

from lesson_kit.compare.comparing import Comparison, compare
from lesson_kit.compare.models import quiet_store
from lesson_kit.compare.report import print_comparison, write_html


def compare_models(
    model_uri: str, reference: str | None = None, html: str = "comparison.html"
) -> Comparison:
    """Print how a logged model stands beside the reference run, and write the whole as HTML.

    `reference` is the URI of another model; without it, the reference run of the MLflow store that
    is in use. Raises CannotCompare, one sentence, when there is nothing to compare.
    """
    quiet_store()
    found = compare(model_uri, reference)
    print_comparison(found)
    print(f"both traces, side by side: {write_html(html, [found])}")
    return found
