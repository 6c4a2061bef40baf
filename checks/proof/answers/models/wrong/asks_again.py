# wrong: forgets what it has called, so the LLM asks for the first call again
# first: Two steps: before reply 2 the LLM was shown 0 actions and 1 observation of this run; the reference showed it 1 action and 1 observation.
# %% instead of
        return LLMInputEvent(input=self.formatter.format(self.tools, history, steps))
# %% write
        calls = [one for one in steps if not isinstance(one, ObservationReasoningStep)]
        if len(calls) == 1 and "789" in str(history) and "(123" in str(history):
            steps = [one for one in steps if isinstance(one, ObservationReasoningStep)]
        return LLMInputEvent(input=self.formatter.format(self.tools, history, steps))
