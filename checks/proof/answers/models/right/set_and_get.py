# right: keeps its reasoning with get and set, and copies instead of edits
# %% instead of
        async with ctx.store.edit_state() as state:
            state["steps"].append(reasoning)
            state["rounds"] += 1
            rounds = state["rounds"]
# %% write
        await ctx.store.set("steps", [*await ctx.store.get("steps"), reasoning])
        rounds = await ctx.store.get("rounds") + 1
        await ctx.store.set("rounds", rounds)
# %% instead of
            async with ctx.store.edit_state() as state:
                state["steps"].append(ObservationReasoningStep(observation=output.content))
# %% write
            observed = ObservationReasoningStep(observation=output.content)
            await ctx.store.set("steps", [*await ctx.store.get("steps"), observed])
