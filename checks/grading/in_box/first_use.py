"""Do once, before kernels are forked, what each would do at its first use of a library.

Only caches are filled, with what depends on nothing but what is installed: no kernel finds
anything that another one has left. A cache that cannot be filled costs time, and no more.
"""

import contextlib
import importlib
import sys


def fill_caches() -> None:
    """Fill the caches of the libraries that are imported."""
    uses = [("llama_index.core", load_tokenizer)]
    uses += [("mlflow", use) for use in (load_git, map_packages, load_prices)]
    for library, use in uses:
        if library in sys.modules:
            with contextlib.suppress(Exception):
                use()


def load_tokenizer() -> None:
    """Read the tables of the tokenizer that each memory counts with."""
    from llama_index.core.utils import get_tokenizer

    get_tokenizer()


def load_git() -> None:
    """Import what MLflow asks for the commit of a script; that fails where git is not installed."""
    importlib.import_module("git")


def map_packages() -> None:
    """Find out which package brings which module: MLflow asks when a model is logged."""
    from mlflow.utils.requirements_utils import warn_dependency_requirement_mismatches

    warn_dependency_requirement_mismatches(["mlflow"])


def load_prices() -> None:
    """Read the prices of all models: MLflow looks there for what a traced call has cost."""
    from mlflow.utils.providers import cost_per_token

    cost_per_token("a model that nobody sells")
