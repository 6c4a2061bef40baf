# wrong: never keeps what a tool gave back
# first: One sum: after calling add(17, 25) your agent called add(17, 25) again; the reference observed 42.
# %% instead of
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
# %% write
