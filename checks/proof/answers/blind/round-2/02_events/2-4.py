# %% right: join, and in for the optional one
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        if "times" in ev:
            times = ev["times"]
        else:
            times = 2
        return StopEvent(result="".join([ev.word] * times))


# %% right: getattr with a default
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        word, times = ev.word, getattr(ev, "times", 2)
        repeated = times * word
        return StopEvent(result=repeated)


# %% right: a helper outside and a loop
def repeat_word(word: str, times: int) -> str:
    """Put a word behind itself so many times."""
    text = ""
    for _ in range(times):
        text += word
    return text


class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = ev.get("times", default=2)
        return StopEvent(result=repeat_word(ev.get("word"), times))


# %% wrong: or 2, which catches zero
# breaks: with `times=0` the result is `''`
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = ev.get("times") or 2
        return StopEvent(result=ev.word * times)


# %% wrong: remembers times in the workflow
# breaks: What an earlier run was given counts no more.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.times = 2

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        self.times = ev.get("times", self.times)
        return StopEvent(result=ev.word * self.times)


# %% wrong: keeps results by word on the class
# breaks: What an earlier run was given counts no more.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    done: dict[str, str] = {}

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        if ev.word not in self.done:
            self.done[ev.word] = ev.word * ev.get("times", 2)
        return StopEvent(result=self.done[ev.word])


# %% wrong: times must be there
# breaks: without `times` the word comes twice
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=ev.word * ev.times)


# %% wrong: strips the word
# breaks: Return the word of the run, repeated.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        word = ev.word.strip().lower()
        return StopEvent(result=word * ev.get("times", 2))


# %% wrong: starts from the word, so that it comes at least once
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
