# %% right: start and end without with
run = mlflow.start_run(run_name="react-agent-workflow")
try:
    model_info = mlflow.llama_index.log_model(
        llama_index_model="react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )
finally:
    mlflow.end_run()


# %% right: the table as a dict, with a tag and metadata further
arguments = {
    "name": "model",
    "input_example": {"input": "What is (123 + 456) * 789?"},
    "pip_requirements": model_requirements(),
    "code_paths": model_code(),
}
with mlflow.start_run(run_name="react-agent-workflow", tags={"lesson": "6"}) as run:
    model_info = mlflow.llama_index.log_model(
        str(Path("react_agent.py")), **arguments, metadata={"author": "me"}, tags={"kind": "agent"}
    )


# %% right: a helper function, the log_model imported
from mlflow.llama_index import log_model


def log_script(script: str, run_name: str):
    """Log a script as a model in a run of its own and return what MLflow says of it."""
    example = dict(input="What is (123 + 456) * 789?")
    packages, code = model_requirements(), model_code()
    with mlflow.start_run(run_name=run_name):
        return log_model(
            script,
            code_paths=code,
            pip_requirements=packages,
            input_example=example,
            name="model",
        )


model_info = log_script("react_agent.py", run_name="react-agent-workflow")


# %% wrong: the run stays open
# breaks: after this cell it has to be finished
if mlflow.active_run() is None:
    mlflow.start_run(run_name="react-agent-workflow")
model_info = mlflow.llama_index.log_model(
    "react_agent.py",
    name="model",
    input_example={"input": "What is (123 + 456) * 789?"},
    pip_requirements=model_requirements(),
    code_paths=model_code(),
)


# %% wrong: the two names are swapped
# breaks: `mlflow.start_run` opens one, here with the name `react-agent-workflow`
with mlflow.start_run(run_name="model"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="react-agent-workflow",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )


# %% wrong: without the code paths
# breaks: | `code_paths` | `model_code()` | takes the offline LLM along |
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
    )


# %% wrong: an experiment of its own
# breaks: Leave the experiment as the first cell has set it.
mlflow.set_experiment("react-agent-workflow")
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )


# %% wrong: another question as the example
# breaks: | `input_example` | `{"input": "What is (123 + 456) * 789?"}` |
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is 2 + 3?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )


# %% wrong: the packages by hand
# breaks: | `pip_requirements` | `model_requirements()` | the packages;
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=["mlflow", "llama-index"],
        code_paths=model_code(),
    )
