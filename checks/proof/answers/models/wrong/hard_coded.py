# wrong: knows one answer by heart
# first: One sum: at the start your agent answered '456831' without calling a tool; the reference called add(17, 25).
# %% script
import mlflow
from llama_index.core.workflow import StartEvent, StopEvent, Workflow, step


class Parrot(Workflow):
    @step
    async def answer(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result="456831")


mlflow.models.set_model(Parrot())
