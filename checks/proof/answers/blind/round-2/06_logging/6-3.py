# %% right: start and end by hand
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


# %% right: arguments in a dict, first one by keyword
arguments = {
    "llama_index_model": "react_agent.py",
    "name": "model",
    "input_example": {"input": "What is (123 + 456) * 789?"},
    "pip_requirements": model_requirements(),
    "code_paths": model_code(),
}
with mlflow.start_run(run_name="react-agent-workflow") as run:
    model_info = mlflow.llama_index.log_model(**arguments)
print(run.info.run_id)


# %% right: further arguments, in a function
def log_it():
    example = dict(input="What is (123 + 456) * 789?")
    with mlflow.start_run(run_name="react-agent-workflow", description="logged in lesson 6"):
        mlflow.set_tag("lesson", "6")
        return mlflow.llama_index.log_model(
            str(Path("react_agent.py").resolve()),
            code_paths=model_code(),
            pip_requirements=model_requirements(),
            input_example=example,
            name="model",
            metadata={"lesson": "6"},
        )


model_info = log_it()


# %% wrong: the run has no name
# breaks: `mlflow.start_run` opens one, here with the name `react-agent-workflow`
with mlflow.start_run():
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )


# %% wrong: the run stays open
# breaks: after this cell it has to be finished
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


# %% wrong: the model is named as the run
# breaks: | `name` | `"model"` | to find it by |
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="react-agent-workflow",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )


# %% wrong: no signature
# breaks: MLflow asks it, and learns the *signature*: what goes in and what comes out
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        signature=False,
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
