# %% right: os.walk
import os


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    top = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    names = []
    for folder, _, files in os.walk(top):
        for file in files:
            relative = os.path.relpath(os.path.join(folder, file), top)
            names.append(relative.replace(os.sep, "/"))
    names.sort()
    return names


# %% right: recursion over folders
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""

    def walk(folder: Path, prefix: str):
        for entry in folder.iterdir():
            if entry.is_dir():
                yield from walk(entry, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name

    return sorted(walk(Path(mlflow.artifacts.download_artifacts(model_uri)), ""))


# %% right: joined parts, folders left out at the end
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    root = Path(mlflow.artifacts.download_artifacts(model_uri))
    entries = {"/".join(p.relative_to(root).parts): p for p in root.glob("**/*")}
    return [name for name in sorted(entries) if not entries[name].is_dir()]


# %% wrong: paths are sorted, not texts
# breaks: Sort them as `sorted` sorts texts, capital letters first.
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return [p.relative_to(folder).as_posix() for p in sorted(folder.rglob("*")) if p.is_file()]


# %% wrong: sorted without regard to capitals
# breaks: Sort them as `sorted` sorts texts, capital letters first.
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    names = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]
    return sorted(names, key=str.casefold)


# %% wrong: compiled and hidden files are left out
# breaks: Return the names of all of them, at any depth
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(
        p.relative_to(folder).as_posix()
        for p in folder.rglob("*")
        if p.is_file() and "__pycache__" not in p.parts and not p.name.startswith(".")
    )


# %% wrong: the answers are remembered by URI
# breaks: Look anew at each call, as files may have come or gone.
from functools import lru_cache


@lru_cache(maxsize=None)
def _names(model_uri: str) -> tuple[str, ...]:
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    files = (p for p in folder.rglob("*") if p.is_file())
    return tuple(sorted(p.relative_to(folder).as_posix() for p in files))


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    return list(_names(model_uri))


# %% wrong: the files of three levels only
# breaks: Return the names of all of them, at any depth
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    found = [*folder.glob("*"), *folder.glob("*/*"), *folder.glob("*/*/*")]
    return sorted(p.relative_to(folder).as_posix() for p in found if p.is_file())


# %% wrong: a file is what has a dot or is one of two known names
# breaks: A logged model is a folder of plain files, its [artifacts](../glossary.md#artifact). Return the names of all of them
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(
        p.relative_to(folder).as_posix()
        for p in folder.rglob("*")
        if p.suffix or p.name in ("MLmodel", "registered_model_meta")
    )
