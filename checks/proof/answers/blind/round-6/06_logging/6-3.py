# %% right: start_run and end_run with try and finally
mlflow.start_run(run_name="react-agent-workflow")
try:
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )
finally:
    mlflow.end_run()


# %% right: the arguments in a dict, and tags besides
arguments = {
    "llama_index_model": "react_agent.py",
    "name": "model",
    "input_example": {"input": "What is (123 + 456) * 789?"},
    "pip_requirements": model_requirements(),
    "code_paths": model_code(),
    "tags": {"lesson": "6"},
}

with mlflow.start_run(run_name="react-agent-workflow", description="The agent of lesson 6") as run:
    model_info = mlflow.llama_index.log_model(**arguments)


# %% right: a function that logs and returns
def log_script(path: str):
    example = dict(input="What is (123 + 456) * 789?")
    with mlflow.start_run(run_name="react-agent-workflow"):
        return mlflow.llama_index.log_model(
            path,
            code_paths=model_code(),
            pip_requirements=model_requirements(),
            input_example=example,
            name="model",
            metadata={"made_by": "lesson 6"},
        )


model_info = log_script("react_agent.py")


# %% wrong: the two names changed places
# breaks: `mlflow.start_run` opens one, here with the name `react-agent-workflow`
with mlflow.start_run(run_name="model"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="react-agent-workflow",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )


# %% wrong: the run stays open
# breaks: the end of a `with` block finishes it, and after this cell it has to be finished
mlflow.end_run()
mlflow.start_run(run_name="react-agent-workflow")
model_info = mlflow.llama_index.log_model(
    "react_agent.py",
    name="model",
    input_example={"input": "What is (123 + 456) * 789?"},
    pip_requirements=model_requirements(),
    code_paths=model_code(),
)


# %% wrong: a simpler question as the example
# breaks: | `input_example` | `{"input": "What is (123 + 456) * 789?"}` |
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is 123 + 456?"},
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


# %% wrong: the offline LLM is not taken along
# breaks: | `code_paths` | `model_code()` | takes the offline LLM along |
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
    )


# %% wrong: the model is logged after the run's block
# breaks: Do it in an MLflow *run*, which is a record of work, not a run of your agent
with mlflow.start_run(run_name="react-agent-workflow"):
    requirements, code = model_requirements(), model_code()

model_info = mlflow.llama_index.log_model(
    "react_agent.py",
    name="model",
    input_example={"input": "What is (123 + 456) * 789?"},
    pip_requirements=requirements,
    code_paths=code,
)
