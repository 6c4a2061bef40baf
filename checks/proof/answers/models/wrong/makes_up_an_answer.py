# wrong: where no tool helps it does the sum by itself
# first: No tool can subtract: It answered 5, which no tool has told it.
# %% instead of
        event = next_event(reasoning, rounds, self.max_rounds)
# %% write
        event = next_event(reasoning, rounds, self.max_rounds)
        if isinstance(event, StopEvent) and "no tool" in event.result:
            asked = (await ctx.store.get("history"))[-1].content
            event = StopEvent(result=str(eval(asked.removeprefix("What is ").rstrip("?"))))
