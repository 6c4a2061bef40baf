# right: takes two steps more, with an event each
# %% instead of
class ReActAgent(Workflow):
# %% write
class GreetedEvent(Event):
    """Say that someone has asked."""


class CheckedEvent(Event):
    """Say that the question has been looked at."""


class ReActAgent(Workflow):
# %% instead of
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> PrepEvent:
# %% write
    async def look_at_question(self, ev: GreetedEvent) -> CheckedEvent:
        return CheckedEvent()

    @step
    async def go_on(self, ev: CheckedEvent) -> PrepEvent:
        return PrepEvent()

    @step
    async def new_user_msg(self, ctx: Context, ev: StartEvent) -> GreetedEvent:
# %% instead of
            state["rounds"] = 0
        return PrepEvent()
# %% write
            state["rounds"] = 0
        return GreetedEvent()
