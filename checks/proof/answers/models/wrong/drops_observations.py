# wrong: never keeps what a tool gave back
# first: One sum: before reply 2 the LLM was shown 1 action and 0 observations of this run; the reference showed it 1 action and 1 observation.
# %% instead of
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
# %% write
