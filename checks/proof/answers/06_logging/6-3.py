# %% right: names the run in its own line, gives a signature, and the path as an object
from lesson_kit.agent_script.logged_model import model_signature

run = mlflow.start_run(run_name="react-agent-workflow")
model_info = mlflow.llama_index.log_model(
    llama_index_model=str(Path("react_agent.py")),
    name="model",
    input_example={"input": "What is (123 + 456) * 789?"},
    signature=model_signature(),
    pip_requirements=model_requirements(),
    code_paths=model_code(),
)
mlflow.end_run()

# %% right: logs twice, the second time as it should be
for number in range(2):
    with mlflow.start_run(run_name="react-agent-workflow"):
        model_info = mlflow.llama_index.log_model(
            "react_agent.py",
            name="model",
            input_example={"input": "What is (123 + 456) * 789?"},
            pip_requirements=model_requirements(),
            code_paths=model_code(),
        )

# %% wrong: leaves the LLM's code behind
# check: takes_along_what_it_needs
# says: nobody has the offline LLM's class
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
    )

# %% wrong: logs without an input example
# check: model_has_an_input_example
# says: Without an input example
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )

# %% wrong: gives the question alone as the input example
# check: model_has_an_input_example
# says: a dict with that one key
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example="What is (123 + 456) * 789?",
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )

# %% wrong: names the model, not the run
# check: run_has_its_name
# says: start_run(run_name=…)
with mlflow.start_run():
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )

# %% wrong: gives the model the run's name
# check: model_has_its_name
# says: Give the model its name
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="react-agent-workflow",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )

# %% wrong: pickles a function with another flavor
# check: model_has_its_name
# says: This is another flavor
def predict(model_input: list[str]) -> list[str]:
    return ["456,831" for question in model_input]


with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.pyfunc.log_model(
        name="model",
        python_model=predict,
        input_example=["What is (123 + 456) * 789?"],
        pip_requirements=model_requirements(),
    )

# %% wrong: logs the agent object
# check: model_has_its_name
# says: model_info is not defined
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        agent,
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
    )

# %% wrong: keeps the run instead of the model
# check: run_has_its_name
# says: Keep what log_model returns
with mlflow.start_run(run_name="react-agent-workflow") as model_info:
    mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )

# %% wrong: logs the answer it knows
# check: logged_model_answers
# says: does not answer as the agent does
Path("fake.py").write_text(
    '''
import mlflow
from llama_index.core.workflow import StartEvent, StopEvent, Workflow, step


class ReActAgent(Workflow):
    @step
    async def answer(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result="The result is 456831.")


mlflow.models.set_model(ReActAgent())
'''
)
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "fake.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )

# %% right: leaves the experiment, finds it by its name, and closes the run by hand
mlflow.end_run()
run = mlflow.start_run(run_name="react-agent-workflow")
try:
    model_info = mlflow.llama_index.log_model(
        str(Path("react_agent.py").resolve()),
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )
finally:
    mlflow.end_run()

# %% wrong: ends the run as one that was killed
# check: run_has_its_name
# says: looks for one that has finished
mlflow.start_run(run_name="react-agent-workflow")
model_info = mlflow.llama_index.log_model(
    "react_agent.py",
    name="model",
    input_example={"input": "What is (123 + 456) * 789?"},
    pip_requirements=model_requirements(),
    code_paths=model_code(),
)
mlflow.end_run("KILLED")

# %% wrong: takes the script along as code, and not the LLM
# check: takes_along_what_it_needs
# says: nobody has the offline LLM's class
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=["react_agent.py"],
    )

# %% wrong: other packages
# check: takes_along_what_it_needs
# says: other packages than model_requirements() names
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=["mlflow"],
        code_paths=model_code(),
    )

# %% wrong: the script under another name
# check: takes_along_what_it_needs
# says: react_agent.py is not in the model
Path("my_agent.py").write_text(Path("react_agent.py").read_text())
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "my_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )

# %% wrong: another experiment
# check: logged_in_the_experiment
# says: in another experiment
mlflow.set_experiment("mine")
with mlflow.start_run(run_name="react-agent-workflow"):
    model_info = mlflow.llama_index.log_model(
        "react_agent.py",
        name="model",
        input_example={"input": "What is (123 + 456) * 789?"},
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )
mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
