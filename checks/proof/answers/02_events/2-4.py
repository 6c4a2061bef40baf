# %% right: the default in steps, under another step name
class Repeat(Workflow):
    @step
    async def say(self, ev: StartEvent) -> StopEvent:
        times = ev.get("times")
        if times is None:
            times = 2
        return StopEvent(result="".join(ev.word for _ in range(times)))


# %% right: getattr, and a step that is not async
class Repeat(Workflow):
    @step
    def repeat(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result=ev["word"] * getattr(ev, "times", 2))


# %% right: a free function as the step
class Repeat(Workflow):
    """Repeat a word."""


@step(workflow=Repeat)
async def repeat(ev: StartEvent) -> StopEvent:
    return StopEvent(result=ev.word * ev.get("times", 2))


# %% wrong: no default
# check: repeats_twice_by_default
# says: takes a default
class Repeat(Workflow):
    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result=ev.word * ev.times)


# %% wrong: returns the bare text
# check: repeats_the_word
# says: A step returns an event object
class Repeat(Workflow):
    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        return ev.word * ev.get("times", 2)


# %% wrong: prints the text
# check: repeats_the_word
# says: A caller gets only what `return` gives back.
class Repeat(Workflow):
    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        print(ev.word * ev.get("times", 2))
        return StopEvent()


# %% wrong: always twice
# check: repeats_the_word
# says: The word that the StartEvent brings
class Repeat(Workflow):
    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result=ev.word * 2)


# %% wrong: forgets the decorator
# check: repeats_the_word
# says: a step has @step above it
class Repeat(Workflow):
    async def repeat(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result=ev.word * ev.get("times", 2))


# %% wrong: 0 times is twice
# check: repeats_the_word
# says: takes 0 for missing
class Repeat(Workflow):
    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result=ev.word * (ev.get("times") or 2))


# %% wrong: what an earlier run said stays
# check: repeats_any_word
# says: also where an earlier run said a number
class Repeat(Workflow):
    times = 2

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        self.times = ev.get("times", self.times)
        return StopEvent(result=ev.word * self.times)


# %% wrong: without the blanks around
# check: repeats_any_word
# says: blanks or line breaks differ
class Repeat(Workflow):
    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result=(ev.word * ev.get("times", 2)).strip())
