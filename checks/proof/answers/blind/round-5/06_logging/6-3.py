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


# %% right: arguments in a dict, with tags and metadata more
arguments = dict(
    name="model",
    input_example={"input": "What is (123 + 456) * 789?"},
    pip_requirements=model_requirements(),
    code_paths=model_code(),
    metadata={"lesson": "06_logging"},
    tags={"made-by": "a learner"},
)
with mlflow.start_run(run_name="react-agent-workflow", tags={"lesson": "6"}) as run:
    model_info = mlflow.llama_index.log_model("react_agent.py", **arguments)
print("logged in run", run.info.run_id)


# %% right: a helper function, the experiment by its id, an absolute path
def log_script(script: Path):
    experiment = mlflow.get_experiment_by_name("MLflow LlamaIndex Workflow Tutorial")
    with mlflow.start_run(
        experiment_id=experiment.experiment_id,
        run_name="react-agent-workflow",
        description="The agent of lessons 1 to 4",
    ):
        return mlflow.llama_index.log_model(
            llama_index_model=str(script.resolve()),
            code_paths=model_code(),
            pip_requirements=model_requirements(),
            input_example={"input": "What is (123 + 456) * 789?"},
            name="model",
        )


model_info = log_script(Path("react_agent.py"))


# %% wrong: the two names changed about
# breaks: | `name` | `"model"` | to find it by |
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
mlflow.end_run()  # a run that is left over from before
mlflow.start_run(run_name="react-agent-workflow")
model_info = mlflow.llama_index.log_model(
    "react_agent.py",
    name="model",
    input_example={"input": "What is (123 + 456) * 789?"},
    pip_requirements=model_requirements(),
    code_paths=model_code(),
)


# %% wrong: logged after the run has ended
# breaks: Do it in an MLflow *run*, which is a record of work, not a run of your agent
with mlflow.start_run(run_name="react-agent-workflow") as run:
    requirements = model_requirements()
    code = model_code()

model_info = mlflow.llama_index.log_model(
    "react_agent.py",
    name="model",
    input_example={"input": "What is (123 + 456) * 789?"},
    pip_requirements=requirements,
    code_paths=code,
)


# %% wrong: another question as example
# breaks: | `input_example` | `{"input": "What is (123 + 456) * 789?"}` |
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is 2 + 3?"},
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


# %% wrong: without the code of the offline LLM
# breaks: | `code_paths` | `model_code()` | takes the offline LLM along |
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
    )
