# %% right: join, and getattr with a default
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = getattr(ev, "times", 2)
        return StopEvent(result="".join(ev.word for _ in range(times)))


# %% right: asks whether times is there
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        if "times" in ev:
            text = ev.times * ev.word
        else:
            text = ev.word + ev.word
        return StopEvent(result=text)


# %% right: a loop and a default of its own
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    DEFAULT_TIMES = 2

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = ev.get("times", self.DEFAULT_TIMES)
        result = ""
        while times > 0:
            result += ev.get("word")
            times -= 1
        return StopEvent(result=result)


# %% wrong: zero counts as missing
# breaks: with `times=0` the result is `''`
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = ev.get("times") or 2
        return StopEvent(result=ev.word * times)


# %% wrong: remembers times on the workflow
# breaks: What an earlier run was given counts no more.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    times = 2

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        self.times = ev.get("times", self.times)
        return StopEvent(result=ev.word * self.times)


# %% wrong: keeps the answer for each word
# breaks: What an earlier run was given counts no more.
repeated = {}


class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        if ev.word not in repeated:
            repeated[ev.word] = ev.word * ev.get("times", 2)
        return StopEvent(result=repeated[ev.word])


# %% wrong: three times by default
# breaks: without `times` the word comes twice
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=ev.word * ev.get("times", 3))


# %% wrong: the word comes at least once
# breaks: with `times=0` the result is `''`
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        result = ev.word
        for _ in range(ev.get("times", 2) - 1):
            result += ev.word
        return StopEvent(result=result)


# %% wrong: a list of words as the result
# breaks: `await Repeat().run(word="ha", times=3)` gives `'hahaha'`
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=[ev.word] * ev.get("times", 2))
