# %% right: os.walk
import os


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    names = []
    for where, _, files in os.walk(folder):
        for file in files:
            name = os.path.relpath(os.path.join(where, file), folder)
            names.append(name.replace(os.sep, "/"))
    names.sort()
    return names


# %% right: recursion with iterdir
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""

    def names_in(folder: Path, prefix: str) -> list[str]:
        names = []
        for path in folder.iterdir():
            if path.is_dir():
                names += names_in(path, f"{prefix}{path.name}/")
            else:
                names.append(prefix + path.name)
        return names

    return sorted(names_in(Path(mlflow.artifacts.download_artifacts(model_uri)), ""))


# %% right: glob with hidden files
import glob
import os.path


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    root = mlflow.artifacts.download_artifacts(model_uri)
    found = glob.glob("**", root_dir=root, recursive=True, include_hidden=True)
    files = filter(lambda name: os.path.isfile(os.path.join(root, name)), found)
    return sorted(Path(name).as_posix() for name in files)


# %% right: a copy in a temporary folder, parts joined
import tempfile


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(mlflow.artifacts.download_artifacts(model_uri, dst_path=place))
        names = {"/".join(p.relative_to(folder).parts) for p in folder.rglob("*") if not p.is_dir()}
    return sorted(names)


# %% wrong: top level only
# breaks: Return the names of all of them, at any depth
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(p.relative_to(folder).as_posix() for p in folder.iterdir() if p.is_file())


# %% wrong: folders too
# breaks: Return the names of all of them (A logged model is a folder of plain files)
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*"))


# %% wrong: paths sorted, not texts
# breaks: Sort them as `sorted` sorts texts
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return [p.relative_to(folder).as_posix() for p in sorted(folder.rglob("*")) if p.is_file()]


# %% wrong: sorted without regard to capitals
# breaks: Sort them as `sorted` sorts texts, capital letters first
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    names = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]
    return sorted(names, key=str.lower)


# %% wrong: hidden files and caches left out
# breaks: Return the names of all of them, at any depth
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(
        p.relative_to(folder).as_posix()
        for p in folder.rglob("[!.]*")
        if p.is_file() and "__pycache__" not in p.parts
    )


# %% wrong: only dot files left out
# breaks: Return the names of all of them, at any depth
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    files = [p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".")]
    return sorted(p.relative_to(folder).as_posix() for p in files)


# %% wrong: asks the store by the model's id
# breaks: `model_uri` may also be a folder
from mlflow import MlflowClient


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    model_id = model_uri.rpartition("/")[2]
    client = MlflowClient()

    def files(path=None):
        for info in client.list_logged_model_artifacts(model_id, path):
            if info.is_dir:
                yield from files(info.path)
            else:
                yield info.path

    return sorted(files())


# %% wrong: always the model of this notebook
# breaks: `mlflow.artifacts.download_artifacts`, which turns the URI of any model, or a folder, into a folder
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(globals()["model_uri"]))
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


# %% wrong: file names without their folders
# breaks: as a list of `str` with `/` between folders
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(p.name for p in folder.rglob("*") if p.is_file())


# %% wrong: Path objects
# breaks: as a list of `str`
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted((p.relative_to(folder) for p in folder.rglob("*") if p.is_file()), key=str)


# %% wrong: remembers the names of a URI
# breaks: Return the names of all of them, at any depth (a second call gives the first one's names, even where a file has come or the list was changed)
from functools import cache


@cache
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
