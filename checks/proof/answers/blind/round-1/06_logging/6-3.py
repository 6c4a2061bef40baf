# %% right: start and end without a with block
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


# %% right: arguments in a dict, path absolute
arguments = {
    "name": "model",
    "input_example": dict(input="What is (123 + 456) * 789?"),
    "pip_requirements": model_requirements(),
    "code_paths": model_code(),
}
script = Path("react_agent.py").resolve()
with mlflow.start_run(run_name="react-agent-workflow") as run:
    model_info = mlflow.llama_index.log_model(str(script), **arguments)
print("logged in run", run.info.run_id)


# %% right: a function that logs, with a tag on the run
def log_script(path: str, question: str):
    with mlflow.start_run(run_name="react-agent-workflow", tags={"lesson": "6"}):
        return mlflow.llama_index.log_model(
            path,
            name="model",
            input_example={"input": question},
            pip_requirements=model_requirements(),
            code_paths=model_code(),
        )


model_info = log_script("react_agent.py", "What is (123 + 456) * 789?")


# %% wrong: the two names exchanged
# breaks: `mlflow.start_run` opens one, here with the name `react-agent-workflow`
with mlflow.start_run(run_name="model"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="react-agent-workflow",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )


# %% wrong: logged after the block
# breaks: Do it in an MLflow *run*
with mlflow.start_run(run_name="react-agent-workflow"):
    requirements = model_requirements()
    code = model_code()

model_info = mlflow.llama_index.log_model(
    "react_agent.py",
    name="model",
    input_example={"input": "What is (123 + 456) * 789?"},
    pip_requirements=requirements,
    code_paths=code,
)


# %% wrong: run left open
# breaks: the end of a `with` block finishes it
mlflow.end_run()
mlflow.start_run(run_name="react-agent-workflow")
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


# %% wrong: signature by hand, no example
# breaks: `input_example` | `{"input": "What is (123 + 456) * 789?"}`
from mlflow.models import infer_signature

with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        signature=infer_signature({"input": "What is (123 + 456) * 789?"}, "456831"),
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )


# %% wrong: offline LLM not taken along
# breaks: `code_paths` | `model_code()` | takes the offline LLM along
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
    )


# %% wrong: requirements of one's own
# breaks: `pip_requirements` | `model_requirements()`
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=["mlflow", "llama-index-core"],
        code_paths=model_code(),
    )


# %% wrong: run name only as a tag
# breaks: `mlflow.start_run` opens one, here with the name `react-agent-workflow`
with mlflow.start_run(tags={"run_name": "react-agent-workflow"}):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )


# %% wrong: an easier question
# breaks: `input_example` | `{"input": "What is (123 + 456) * 789?"}`
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is 2 + 3?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )


# %% wrong: a model named after the agent
# breaks: `name` | `"model"` | to find it by
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="react_agent",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )
