# wrong: keeps its reasoning on itself, so that two runs at once mix
# first: Two at once 1:
# %% instead of
            state["steps"] = []
# %% write
            self.steps = []
# %% instead of
        steps = await ctx.store.get("steps")
# %% write
        steps = self.steps
# %% instead of
            state["steps"].append(reasoning)
# %% write
            self.steps.append(reasoning)
# %% instead of
                state["steps"].append(ObservationReasoningStep(observation=output.content))
# %% write
                self.steps.append(ObservationReasoningStep(observation=output.content))
