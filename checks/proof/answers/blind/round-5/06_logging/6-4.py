# %% right: os.walk and relpath
import os


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    root = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    names = []
    for folder, _, files in os.walk(root):
        for file in files:
            name = os.path.relpath(os.path.join(folder, file), root)
            names.append(name.replace(os.sep, "/"))
    names.sort()
    return names


# %% right: rglob, and what is no folder, joined by slashes
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    root = Path(mlflow.artifacts.download_artifacts(model_uri))
    found = set()
    for path in root.rglob("*"):
        if not path.is_dir():
            found.add("/".join(path.relative_to(root).parts))
    return sorted(found)


# %% right: a recursive helper with iterdir
def files_below(folder: Path, prefix: str = ""):
    """Give the names of the files in a folder and in its folders."""
    for path in folder.iterdir():
        if path.is_dir():
            yield from files_below(path, prefix + path.name + "/")
        else:
            yield prefix + path.name


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    return sorted(files_below(Path(mlflow.artifacts.download_artifacts(model_uri))))


# %% wrong: glob passes over hidden files
# breaks: Return the names of all of them, at any depth
import glob
import os


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = mlflow.artifacts.download_artifacts(model_uri)
    names = glob.glob("**", root_dir=folder, recursive=True)
    return sorted(
        Path(name).as_posix() for name in names if os.path.isfile(os.path.join(folder, name))
    )


# %% wrong: three levels and no more
# breaks: Return the names of all of them, at any depth
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    paths = [*folder.glob("*"), *folder.glob("*/*"), *folder.glob("*/*/*")]
    return sorted(path.relative_to(folder).as_posix() for path in paths if path.is_file())


# %% wrong: sorted without regard to capitals
# breaks: Sort them as `sorted` sorts texts, capital letters first.
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    names = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]
    return sorted(names, key=str.lower)


# %% wrong: sorts paths, not texts
# breaks: Sort them as `sorted` sorts texts, capital letters first.
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return [p.relative_to(folder).as_posix() for p in sorted(folder.rglob("*")) if p.is_file()]


# %% wrong: leaves out what nobody needs
# breaks: Return the names of all of them, at any depth
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(
        p.relative_to(folder).as_posix()
        for p in folder.rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    )


# %% wrong: remembers the names of each model
# breaks: Look anew at each call, as files may have come or gone.
_names = {}


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    if model_uri not in _names:
        folder = Path(mlflow.artifacts.download_artifacts(model_uri))
        _names[model_uri] = sorted(
            p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()
        )
    return list(_names[model_uri])
