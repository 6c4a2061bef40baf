# %% right: ends the run in finally
mlflow.start_run(run_name="react-agent-workflow")
try:
    model_info = mlflow.llama_index.log_model(
        llama_index_model="react_agent.py",
        code_paths=model_code(),
        pip_requirements=model_requirements(),
        input_example={"input": "What is (123 + 456) * 789?"},
        name="model",
    )
finally:
    mlflow.end_run()


# %% right: arguments in a dict, and metadata besides
from mlflow.llama_index import log_model

arguments = {
    "name": "model",
    "input_example": {"input": "What is (123 + 456) * 789?"},
    "pip_requirements": model_requirements(),
    "code_paths": model_code(),
}
with mlflow.start_run(run_name="react-agent-workflow", description="Lesson 6") as run:
    model_info = log_model("react_agent.py", **arguments, metadata={"lesson": 6})


# %% right: a helper function, with a tag and parameters
def log_script(script: Path):
    """Log a script as the model of a run of its own."""
    example = dict(input="What is (123 + 456) * 789?")
    with mlflow.start_run(run_name="react-agent-workflow"):
        mlflow.log_param("script", script.name)
        info = mlflow.llama_index.log_model(
            str(script.resolve()),
            name="model",
            input_example=example,
            pip_requirements=model_requirements(),
            code_paths=model_code(),
            tags={"lesson": "6"},
        )
    return info


model_info = log_script(Path("react_agent.py"))


# %% wrong: the names of run and model are swapped
# breaks: `mlflow.start_run` opens one, here with the name `react-agent-workflow`
with mlflow.start_run(run_name="model"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="react-agent-workflow",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )


# %% wrong: the run is never finished
# breaks: the end of a `with` block finishes it, and after this cell it has to be finished
run = mlflow.start_run(run_name="react-agent-workflow")
model_info = mlflow.llama_index.log_model(
    "react_agent.py",
    name="model",
    input_example={"input": "What is (123 + 456) * 789?"},
    pip_requirements=model_requirements(),
    code_paths=model_code(),
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


# %% wrong: a signature given instead of the input example
# breaks: | `input_example` | `{"input": "What is (123 + 456) * 789?"}` |
from mlflow.models import infer_signature

signature = infer_signature({"input": "What is (123 + 456) * 789?"}, "The result is 456831.")
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        signature=signature,
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )


# %% wrong: the offline LLM is not taken along
# breaks: | `code_paths` | `model_code()` | takes the offline LLM along |
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
    )


# %% wrong: the model is logged after the with block
# breaks: Do it in an MLflow *run*
with mlflow.start_run(run_name="react-agent-workflow"):
    arguments = {
        "name": "model",
        "input_example": {"input": "What is (123 + 456) * 789?"},
        "pip_requirements": model_requirements(),
        "code_paths": model_code(),
    }
model_info = mlflow.llama_index.log_model("react_agent.py", **arguments)
