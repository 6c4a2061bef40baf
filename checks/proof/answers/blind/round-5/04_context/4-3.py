# %% right: a list of visits on self, summed up
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # about 1 line: no guests at all yet
        self.visits: list[int] = []

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        # about 2 lines
        self.visits.append(ev.guests)
        await ctx.store.set("guests", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        # about 2 lines
        result = {"now": await ctx.store.get("guests")}
        result["all"] = sum(self.visits)
        return StopEvent(result=result)


# %% right: a state edit, and a copy of the state
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # about 1 line: no guests at all yet
        self.guests_so_far = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        # about 2 lines
        async with ctx.store.edit_state() as state:
            state["now"] = ev.guests
        self.guests_so_far = self.guests_so_far + ev.guests
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        # about 2 lines
        state = await ctx.store.get_state()
        return StopEvent(result=dict(now=state["now"], all=self.guests_so_far))


# %% right: helper methods on the book
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # about 1 line: no guests at all yet
        self._counted = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        # about 2 lines
        await ctx.store.set("now", ev.guests)
        self._add(ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        # about 2 lines
        return StopEvent(result={"all": self._counted, "now": await ctx.store.get("now")})

    def _add(self, guests: int) -> None:
        self._counted += guests


# %% wrong: the guests of this run on self
# breaks: Where two runs overlap, `now` is each run's own
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # about 1 line: no guests at all yet
        self.now, self.all = 0, 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        # about 2 lines
        self.now = ev.guests
        self.all += ev.guests
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        # about 2 lines
        return StopEvent(result={"now": self.now, "all": self.all})


# %% wrong: the total noted at the welcome
# breaks: `all` is what the book has counted by the time of the report, the other run's guests included
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # about 1 line: no guests at all yet
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        # about 2 lines
        self.all += ev.guests
        await ctx.store.set("counts", {"now": ev.guests, "all": self.all})
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        # about 2 lines
        return StopEvent(result=await ctx.store.get("counts"))


# %% wrong: added only in the report
# breaks: `all` is what the book has counted by the time of the report, the other run's guests included
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # about 1 line: no guests at all yet
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        # about 2 lines
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        # about 2 lines
        now = await ctx.store.get("now")
        self.all += now
        return StopEvent(result={"now": now, "all": self.all})


# %% wrong: a total of the class, set back by each new book
# breaks: Two books have nothing in common, also where both are in use.
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # about 1 line: no guests at all yet
        Guestbook.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        # about 2 lines
        Guestbook.all += ev.guests
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        # about 2 lines
        now = await ctx.store.get("now")
        return StopEvent(result={"now": now, "all": Guestbook.all})


# %% wrong: a set of visits, which drops equal numbers
# breaks: "all", those of the book so far
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # about 1 line: no guests at all yet
        self.visits = set()

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        # about 2 lines
        self.visits.add(ev.guests)
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        # about 2 lines
        now = await ctx.store.get("now")
        return StopEvent(result={"now": now, "all": sum(self.visits)})


# %% wrong: a run without guests takes over the total
# breaks: "now", the guests of this run
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # about 1 line: no guests at all yet
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        # about 2 lines
        self.all += ev.guests
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        # about 2 lines
        now = await ctx.store.get("now") or self.all
        return StopEvent(result={"now": now, "all": self.all})
