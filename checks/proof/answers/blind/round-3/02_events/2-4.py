# %% right: getattr and join
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = getattr(ev, "times", 2)
        return StopEvent(result="".join([ev.word] * times))


# %% right: asks whether times is there
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        if "times" in ev:
            count = ev.times
        else:
            count = 2
        text = ""
        for _ in range(count):
            text += ev.word
        return StopEvent(result=text)


# %% right: a helper outside of the class
def repeated(word: str, times: int = 2) -> str:
    """Return the word, so many times in a row."""
    return times * word


class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        given = {"times": ev["times"]} if "times" in ev.keys() else {}
        return StopEvent(result=repeated(ev.get("word"), **given))


# %% wrong: zero counts as missing
# breaks: with `times=0` the result is `''`
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=ev.word * (ev.get("times") or 2))


# %% wrong: remembers times on the workflow
# breaks: What an earlier run was given counts no more.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        self.times = ev.get("times", getattr(self, "times", 2))
        return StopEvent(result=ev.word * self.times)


# %% wrong: default of three
# breaks: without `times` the word comes twice
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=ev.word * ev.get("times", 3))


# %% wrong: starts with the word already there
# breaks: with `times=0` the result is `''`
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        text = ev.word
        for _ in range(ev.get("times", 2) - 1):
            text += ev.word
        return StopEvent(result=text)


# %% wrong: lower case
# breaks: Return the word of the run, repeated.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=ev.word.lower() * ev.get("times", 2))


# %% wrong: never more than ten times
# breaks: Repeat a word: twice, or as many times as the run says.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = min(ev.get("times", 2), 10)
        return StopEvent(result=ev.word * times)
