# %% right: walks with os
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model."""
    import os

    folder = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    names = []
    for root, _, files in os.walk(folder):
        for file in files:
            names.append(os.path.relpath(os.path.join(root, file), folder).replace(os.sep, "/"))
    names.sort()
    return names


# %% right: asks MLflow for the list, folder by folder
def artifact_names(model_uri):
    def below(path):
        for one in mlflow.artifacts.list_artifacts(artifact_uri=model_uri + "/" + path):
            name = path + "/" + one.path.split("/")[-1] if path else one.path.split("/")[-1]
            if one.is_dir:
                yield from below(name)
            else:
                yield name

    return sorted(below(""))


# %% wrong: looks at the top of the folder only
# check: names_every_file
# says: look into folders at any depth
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(path.name for path in folder.iterdir() if path.is_file())


# %% wrong: counts folders as files
# check: names_every_file
# says: leave folders out
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


# %% wrong: gives whole paths
# check: names_every_file
# says: make them relative
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(str(path) for path in folder.rglob("*") if path.is_file())


# %% wrong: reads the notebook's own model, whatever it is given
# check: names_any_files
# says: Not every file is found
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model."""
    folder = Path(mlflow.artifacts.download_artifacts(model_info.model_uri))
    found = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return found[:1]


# %% wrong: gives path objects
# check: names_every_file
# says: Those are objects
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


# %% wrong: takes the URI for a path
# check: names_every_file
# says: A URI is no path
def artifact_names(model_uri):
    folder = Path(model_uri)
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


# %% wrong: names without their folders
# check: names_every_file
# says: begins with the folder
def artifact_names(model_uri):
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(p.name for p in folder.rglob("*") if p.is_file())
