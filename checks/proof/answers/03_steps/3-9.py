# %% right: asks for the class of the step
from uuid import uuid4

from llama_index.core.agent.react.types import ActionReasoningStep


def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if isinstance(step, ActionReasoningStep):
        wish = ToolSelection(
            tool_id=uuid4().hex, tool_name=step.action, tool_kwargs=dict(step.action_input)
        )
        return ToolCallEvent(tool_calls=[wish])
    return StopEvent(result=step.response)


# %% right: is async
async def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if not step.is_done:
        return ToolCallEvent(
            tool_calls=[
                ToolSelection(tool_id="1", tool_name=step.action, tool_kwargs=step.action_input)
            ]
        )
    else:
        return StopEvent(result=step.response)


# %% wrong: the step as the result
# check: routes_an_answer
# says: step.response
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step)
    return ToolCallEvent(
        tool_calls=[
            ToolSelection(tool_id="1", tool_name=step.action, tool_kwargs=step.action_input)
        ]
    )


# %% wrong: prints the answer instead of returning it
# check: routes_an_answer
# says: A step that is done ends the run
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        print(step.response)
        return None
    return ToolCallEvent(
        tool_calls=[
            ToolSelection(tool_id="1", tool_name=step.action, tool_kwargs=step.action_input)
        ]
    )


# %% wrong: the tool call without a list
# check: routes_an_action
# says: takes a list of tool calls
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response)
    return ToolCallEvent(
        tool_calls=ToolSelection(tool_id="1", tool_name=step.action, tool_kwargs=step.action_input)
    )


# %% wrong: no tool_id
# check: routes_an_action
# says: needs tool_id
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response)
    wish = ToolSelection(tool_name=step.action, tool_kwargs=step.action_input)
    return ToolCallEvent(tool_calls=[wish])


# %% wrong: strings for integers
# check: routes_an_action
# says: the action input as its arguments
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response)
    arguments = {name: str(value) for name, value in step.action_input.items()}
    wish = ToolSelection(tool_id="1", tool_name=step.action, tool_kwargs=arguments)
    return ToolCallEvent(tool_calls=[wish])


# %% wrong: always add
# check: routes_other_actions
# says: the action as its name
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response)
    wish = ToolSelection(tool_id="1", tool_name="add", tool_kwargs=step.action_input)
    return ToolCallEvent(tool_calls=[wish])


# %% wrong: hard-codes 456831
# check: routes_an_answer
# says: step.response
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result="456831")
    return ToolCallEvent(
        tool_calls=[
            ToolSelection(tool_id="1", tool_name=step.action, tool_kwargs=step.action_input)
        ]
    )


# %% wrong: the branches the wrong way round
# check: routes_an_action
# says: ask is_done
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if not step.is_done:
        return StopEvent(result=step.response)
    return ToolCallEvent(
        tool_calls=[
            ToolSelection(tool_id="1", tool_name=step.action, tool_kwargs=step.action_input)
        ]
    )


# %% wrong: ends with the name of the tool
# check: routes_an_action
# says: An action is not the end
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response)
    return StopEvent(result=step.action)


# %% wrong: everything is an answer
# check: routes_an_action
# says: ask is_done
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    return StopEvent(result=step.response)


# %% wrong: an empty tool_id
# check: routes_an_action
# says: a tool_id that is not empty
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response)
    tool_call = ToolSelection(
        tool_id="", tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: strips the answer
# check: routes_other_answers
# says: step.response
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response.strip())
    tool_call = ToolSelection(
        tool_id=step.action, tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: the tool's name in small letters
# check: routes_other_actions
# says: the action as its name
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response)
    tool_call = ToolSelection(
        tool_id=step.action, tool_name=step.action.lower(), tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: only arguments that are something
# check: routes_other_actions
# says: the action input as its arguments
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response)
    tool_call = ToolSelection(
        tool_id=step.action, tool_name=step.action, tool_kwargs={name: one for name, one in step.action_input.items() if one}
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: takes the arguments out of the step
# check: routes_an_action
# says: The step is another one afterwards
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response)
    arguments = dict(step.action_input)
    step.action_input.clear()
    tool_call = ToolSelection(
        tool_id=step.action, tool_name=step.action, tool_kwargs=arguments
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: an empty answer is an action
# check: routes_other_answers
# says: ask is_done
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if getattr(step, "response", ""):
        return StopEvent(result=step.response)
    tool_call = ToolSelection(
        tool_id=step.action, tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: no arguments, no call
# check: routes_other_actions
# says: The tool call has the action as its name
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response)
    if not step.action_input:
        return ToolCallEvent(tool_calls=[])
    tool_call = ToolSelection(
        tool_id=step.action, tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: reads JSON in texts
# check: routes_other_actions
# says: the action input as its arguments
import json


def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response)

    def read(value):
        try:
            return json.loads(value)
        except (TypeError, ValueError):
            return value

    arguments = {name: read(value) for name, value in step.action_input.items()}
    call = ToolSelection(tool_id="1", tool_name=step.action, tool_kwargs=arguments)
    return ToolCallEvent(tool_calls=[call])


# %% wrong: whole floats become integers
# check: routes_other_actions
# says: the action input as its arguments
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response)
    arguments = {
        name: int(value) if isinstance(value, float) and value == int(value) else value
        for name, value in step.action_input.items()
    }
    call = ToolSelection(tool_id="1", tool_name=step.action, tool_kwargs=arguments)
    return ToolCallEvent(tool_calls=[call])


# %% wrong: an answer by the word Answer
# check: routes_other_actions
# says: only an action has an action
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if "Answer" in step.get_content():
        return StopEvent(result=step.response)
    tool_call = ToolSelection(
        tool_id="1", tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: an action by the word Action in what the step says
# check: routes_other_answers
# says: only an action has an action
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if "Action:" not in step.get_content():
        return StopEvent(result=step.response)
    tool_call = ToolSelection(
        tool_id="1", tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: a text of digits alone becomes a number
# check: routes_other_actions
# says: Look at 'digits'.
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    if step.is_done:
        return StopEvent(result=step.response)
    arguments = {
        name: int(value) if isinstance(value, str) and value.isdigit() else value
        for name, value in step.action_input.items()
    }
    call = ToolSelection(tool_id=step.action, tool_name=step.action, tool_kwargs=arguments)
    return ToolCallEvent(tool_calls=[call])
