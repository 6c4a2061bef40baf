# %% right: a list of parties, summed up in the report
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.parties = []

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        await ctx.store.set("guests", ev.guests)
        self.parties.append(ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        result = dict(now=await ctx.store.get("guests"), all=sum(self.parties))
        return StopEvent(result=result)


# %% right: a state edit, and a method that counts
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._total = 0

    def _count(self, guests: int) -> None:
        self._total = self._total + guests

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        self._count(ev.guests)
        async with ctx.store.edit_state() as state:
            state["now"] = ev.guests
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        guests_of_this_run = await ctx.store.get("now")
        return StopEvent(result={"all": self._total, "now": guests_of_this_run})


# %% right: a dict on self, and the result is made in the store
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.counts = {"all": 0}

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        self.counts["all"] += ev.guests
        await ctx.store.set("result", {"now": ev.guests})
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        result = await ctx.store.get("result")
        return StopEvent(result={**result, **self.counts})


# %% wrong: now on self
# breaks: Where two runs overlap, `now` is each run's own
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        self.now = ev.guests
        self.all += ev.guests
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        return StopEvent(result={"now": self.now, "all": self.all})


# %% wrong: all is kept as it was at the welcome
# breaks: `all` is what the book has counted by the time of the report, the other run's guests included
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        self.all += ev.guests
        await ctx.store.set("counts", {"now": ev.guests, "all": self.all})
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        counts = await ctx.store.get("counts")
        return StopEvent(result=counts)


# %% wrong: all belongs to the class and is reset by a new book
# breaks: Two books have nothing in common, also where both are in use
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        Guestbook.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        Guestbook.all += ev.guests
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now = await ctx.store.get("now")
        return StopEvent(result={"now": now, "all": Guestbook.all})


# %% wrong: counted for the book only in the report
# breaks: `all` is what the book has counted by the time of the report, the other run's guests included
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now = await ctx.store.get("now")
        self.all += now
        return StopEvent(result={"now": now, "all": self.all})


# %% wrong: read before the pause and written after it
# breaks: `all` is what the book has counted by the time of the report, the other run's guests included
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        await ctx.store.set("now", ev.guests)
        total = self.all + ev.guests
        await asyncio.sleep(0.01)  # time in which another run may begin
        self.all = total
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now = await ctx.store.get("now")
        return StopEvent(result={"now": now, "all": self.all})


# %% wrong: parties of the same size count once
# breaks: Count the guests of each run, and all guests since the book was made.
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.parties = set()

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        self.parties.add(ev.guests)
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now = await ctx.store.get("now")
        return StopEvent(result={"now": now, "all": sum(self.parties)})
