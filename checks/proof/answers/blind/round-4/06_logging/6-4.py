# %% right: os.walk and relpath
import os


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    root = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    names = []
    for where, _, files in os.walk(root):
        for file in files:
            names.append(os.path.relpath(os.path.join(where, file), root).replace(os.sep, "/"))
    names.sort()
    return names


# %% right: a recursive helper over iterdir
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""

    def below(folder: Path, prefix: str):
        for entry in folder.iterdir():
            if entry.is_dir():
                yield from below(entry, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name

    return sorted(below(Path(mlflow.artifacts.download_artifacts(model_uri)), ""))


# %% right: parts joined with a slash, the folders filtered out
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    root = Path(mlflow.artifacts.download_artifacts(model_uri)).absolute()
    files = filter(Path.is_file, root.glob("**/*"))
    depth = len(root.parts)
    names = ["/".join(path.parts[depth:]) for path in files]
    return sorted(names)


# %% wrong: sorted as paths, not as texts
# breaks: Sort them as `sorted` sorts texts
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path.relative_to(folder).as_posix() for path in paths]


# %% wrong: capitals and small letters sorted alike
# breaks: Sort them as `sorted` sorts texts, capital letters first.
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    names = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]
    return sorted(names, key=str.lower)


# %% wrong: glob leaves hidden files out
# breaks: Return the names of all of them, at any depth
from glob import glob


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    found = glob("**", root_dir=folder, recursive=True)
    return sorted(Path(name).as_posix() for name in found if (folder / name).is_file())


# %% wrong: each URI is looked at only once
# breaks: Look anew at each call, as files may have come or gone.
from functools import lru_cache


@lru_cache
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


# %% wrong: always downloads into the same folder
# breaks: Look anew at each call, as files may have come or gone.
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri, dst_path="downloaded"))
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


# %% wrong: folders are among the names
# breaks: Return the names of all files of a logged model, sorted
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
