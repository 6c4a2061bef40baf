# %% right: join, and a look whether times is there
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = ev["times"] if "times" in ev else 2
        return StopEvent(result="".join([ev.word] * times))


# %% right: getattr with a default, a loop
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        text = ""
        for _ in range(getattr(ev, "times", 2)):
            text += ev.word
        return StopEvent(result=text)


# %% right: a static helper with a default argument
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @staticmethod
    def _repeated(word: str, times: int = 2) -> str:
        """Return the word as often as told."""
        return times * word

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        if "times" in ev.keys():
            return StopEvent(result=self._repeated(ev.word, ev.times))
        return StopEvent(result=self._repeated(ev.word))


# %% wrong: or 2
# breaks: with `times=0` the result is `''`
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = ev.get("times") or 2
        return StopEvent(result=ev.word * times)


# %% wrong: the workflow remembers times
# breaks: What an earlier run was given counts no more.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        self.times = ev.get("times", getattr(self, "times", 2))
        return StopEvent(result=ev.word * self.times)


# %% wrong: once without times
# breaks: without `times` the word comes twice
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=ev.word * ev.get("times", 1))


# %% wrong: strips the word
# breaks: Return the word of the run, repeated.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        word = ev.word.strip()
        return StopEvent(result=word * ev.get("times", 2))


# %% wrong: the example's three times
# breaks: Repeat a word: twice, or as many times as the run says.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = ev.get("times", 2)
        if times == 0:
            return StopEvent(result="")
        if times == 2:
            return StopEvent(result=ev.word + ev.word)
        return StopEvent(result=ev.word + ev.word + ev.word)


# %% wrong: keeps results by word
# breaks: What an earlier run was given counts no more.
RESULTS = {}


class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        if ev.word not in RESULTS:
            RESULTS[ev.word] = ev.word * ev.get("times", 2)
        return StopEvent(result=RESULTS[ev.word])
