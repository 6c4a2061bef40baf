# %% right: two variables first
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        # about 1 line
        word = ev.get("word")
        times = ev.get("times", 2)
        return StopEvent(result=times * word)


# %% right: asks whether times is there
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        if "times" in ev:
            count = ev["times"]
        else:
            count = 2
        return StopEvent(result="".join([ev.word] * count))


# %% right: getattr and a loop
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        text = ""
        for _ in range(getattr(ev, "times", 2)):
            text += ev.word
        return StopEvent(result=text)


# %% right: a static method and itertools
from itertools import repeat as again


class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @staticmethod
    def _repeated(word: str, times: int = 2) -> str:
        return "".join(again(word, times))

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=self._repeated(ev.word, **({"times": ev.times} if "times" in ev.keys() else {})))


# %% wrong: or, so that zero becomes two
# breaks: with `times=0` the result is `''`
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        # about 1 line
        return StopEvent(result=ev.word * (ev.get("times") or 2))


# %% wrong: zero times gives None
# breaks: with `times=0` the result is `''`
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        text = ev.word * ev.get("times", 2)
        return StopEvent(result=text or None)


# %% wrong: at least once
# breaks: with `times=0` the result is `''`
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = max(1, ev.get("times", 2))
        return StopEvent(result=ev.word * times)


# %% wrong: three times without times
# breaks: without `times` the word comes twice
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=ev.word * ev.get("times", 3))


# %% wrong: times must be given
# breaks: without `times` the word comes twice
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=ev.word * ev.times)


# %% wrong: the last times is kept on self
# breaks: What an earlier run was given counts no more.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    times = 2

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        self.times = ev.get("times", self.times)
        return StopEvent(result=ev.word * self.times)


# %% wrong: the last times is kept on the class
# breaks: What an earlier run was given counts no more.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    default = 2

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        if "times" in ev:
            type(self).default = ev.times
        return StopEvent(result=ev.word * type(self).default)


# %% wrong: the words of all runs in one list
# breaks: What an earlier run was given counts no more.
pieces = []


class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        for _ in range(ev.get("times", 2)):
            pieces.append(ev.word)
        return StopEvent(result="".join(pieces))


# %% wrong: remembers the result of a word
# breaks: What an earlier run was given counts no more.
_results = {}


class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        if ev.word not in _results:
            _results[ev.word] = ev.word * ev.get("times", 2)
        return StopEvent(result=_results[ev.word])


# %% wrong: always the word ha
# breaks: after `run(word="ha")`, `ev.word` is `'ha'`
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result="ha" * ev.get("times", 2))


# %% wrong: three times or twice
# breaks: or as many times as the run says
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        if ev.get("times"):
            return StopEvent(result=ev.word + ev.word + ev.word)
        return StopEvent(result=ev.word + ev.word)


# %% wrong: blanks around the word are cut off
# breaks: without `times` the word comes twice
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        return StopEvent(result=ev.word.strip() * ev.get("times", 2))


# %% wrong: an empty word becomes ha
# breaks: Return the word of the run, repeated.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        word = ev.get("word") or "ha"
        return StopEvent(result=word * ev.get("times", 2))


# %% wrong: the text is no result
# breaks: The `result` of the `StopEvent` is what the run gives back.
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        text = ev.word * ev.get("times", 2)
        print(text)
        return StopEvent(text=text)


# %% wrong: nine times at most
# breaks: or as many times as the run says
class Repeat(Workflow):
    """Repeat a word: twice, or as many times as the run says."""

    @step
    async def repeat(self, ev: StartEvent) -> StopEvent:
        """Return the word of the run, repeated."""
        times = min(ev.get("times", 2), 9)
        return StopEvent(result=ev.word * times)
