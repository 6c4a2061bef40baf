# %% right: getattr with a default, join
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = getattr(ev, "times", 2)
        return StopEvent(result="".join([ev.word] * times))


# %% right: asks whether times is in the event
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = ev["times"] if "times" in ev else 2
        text = ""
        for _ in range(times):
            text += ev["word"]
        return StopEvent(result=text)


# %% right: AttributeError caught, a helper method
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @staticmethod
    def _times(ev: StartEvent) -> int:
        """Return how many times the run wants the word."""
        try:
            return ev.times
        except AttributeError:
            return 2

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=self._times(ev) * ev.get("word"))


# %% wrong: or instead of a default
# breaks: with `times=0` the result is `''`
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=ev.word * (ev.get("times") or 2))


# %% wrong: three is the default
# breaks: without `times` the word comes twice
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=ev.word * ev.get("times", 3))


# %% wrong: times stays on the workflow
# breaks: What an earlier run was given counts no more.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    times = 2

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        self.times = ev.get("times", self.times)
        return StopEvent(result=ev.word * self.times)


# %% wrong: defaults in a dict of the class
# breaks: What an earlier run was given counts no more.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    options = {"word": "", "times": 2}

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        self.options.update(ev.items())
        return StopEvent(result=self.options["word"] * self.options["times"])


# %% wrong: blanks around the result removed
# breaks: without `times` the word comes twice
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        text = ev.word * ev.get("times", 2)
        return StopEvent(result=text.strip())


# %% wrong: at least once
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
