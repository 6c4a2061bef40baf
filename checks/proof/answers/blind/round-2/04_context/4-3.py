# %% right: a list of all parties on self
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.parties: list[int] = []

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        self.parties.append(ev.guests)
        await ctx.store.set("guests", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        result = {"now": await ctx.store.get("guests"), "all": sum(self.parties)}
        return StopEvent(result=result)


# %% right: a state edit, and another name
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._guests_so_far = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        async with ctx.store.edit_state() as state:
            state["now"] = ev.guests
        self._guests_so_far = self._guests_so_far + ev.guests
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now = await ctx.store.get("now", default=0)
        return StopEvent(result=dict(now=now, all=self._guests_so_far))


# %% right: the run's guests travel in the event
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
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent(guests=ev.guests)

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        return StopEvent(result={"now": ev.guests, "all": self.all})


# %% wrong: now on self
# breaks: Where two runs overlap, `now` is each run's own, and `all` is what the book has counted by the time of the report, the other run's guests included.
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
        self.now = ev.guests
        self.all += ev.guests
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        return StopEvent(result={"now": self.now, "all": self.all})


# %% wrong: the total on the class
# breaks: The number of all guests is a property of the book: it starts at 0 when the book is made.
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


# %% wrong: the total kept in the store by welcome
# breaks: Where two runs overlap, `now` is each run's own, and `all` is what the book has counted by the time of the report, the other run's guests included.
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
        await ctx.store.set("now", ev.guests)
        await ctx.store.set("all", self.all)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now, total = await ctx.store.get("now"), await ctx.store.get("all")
        return StopEvent(result={"now": now, "all": total})


# %% wrong: the total counted by report
# breaks: Where two runs overlap, `now` is each run's own, and `all` is what the book has counted by the time of the report, the other run's guests included.
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


# %% wrong: the total read before the wait and written after
# breaks: Where two runs overlap, `now` is each run's own, and `all` is what the book has counted by the time of the report, the other run's guests included.
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
        total = self.all + ev.guests
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        self.all = total
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now = await ctx.store.get("now")
        return StopEvent(result={"now": now, "all": self.all})


# %% wrong: parties of the same size counted once
# breaks: "now", the guests of this run, and "all", those of the book so far.
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = set()

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        self.all.add(ev.guests)
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now = await ctx.store.get("now")
        return StopEvent(result={"now": now, "all": sum(self.all)})
