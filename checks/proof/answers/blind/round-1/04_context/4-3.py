# %% right: other names, store first
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.guests_so_far = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        await ctx.store.set("guests", ev.guests)
        self.guests_so_far = self.guests_so_far + ev.guests
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        return StopEvent(
            result=dict(now=await ctx.store.get("guests"), all=self.guests_so_far)
        )


# %% right: a list of visits and a state edit
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.visits: list[int] = []

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        self.visits.append(ev.guests)
        async with ctx.store.edit_state() as state:
            state["now"] = ev.guests
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        result = {"now": await ctx.store.get("now")}
        result["all"] = sum(self.visits)
        return StopEvent(result=result)


# %% right: a dict on self and get_state
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.book = {"all": 0}

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        self.book["all"] += ev.guests
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        state = await ctx.store.get_state()
        return StopEvent(result={**self.book, "now": state["now"]})


# %% wrong: now on self
# breaks: Where two runs overlap, `now` is each run's own
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


# %% wrong: all as it was at the welcome
# breaks: `all` is what the book has counted by the time of the report, the other run's guests included.
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
        async with ctx.store.edit_state() as state:
            state["now"], state["all"] = ev.guests, self.all
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now, everyone = await ctx.store.get("now"), await ctx.store.get("all")
        return StopEvent(result={"now": now, "all": everyone})


# %% wrong: all on the class
# breaks: Count the guests of each run, and all guests since the book was made.
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    all = 0

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)

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


# %% wrong: counts for the book only at the report
# breaks: `all` is what the book has counted by the time of the report, the other run's guests included.
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


# %% wrong: read at the welcome, written at the report
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
        await ctx.store.set("before", self.all)
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now = await ctx.store.get("now")
        self.all = await ctx.store.get("before") + now
        return StopEvent(result={"now": now, "all": self.all})


# %% wrong: a set of visits
# breaks: Count ev.guests, for this run and for all runs.
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.visits = set()

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        self.visits.add(ev.guests)
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        return StopEvent(result={"now": await ctx.store.get("now"), "all": sum(self.visits)})


# %% wrong: no guests count as one
# breaks: Count ev.guests, for this run and for all runs.
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
        guests = ev.guests or 1
        self.all += guests
        await ctx.store.set("now", guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        return StopEvent(result={"now": await ctx.store.get("now"), "all": self.all})


# %% wrong: the same number twice in a row counts once
# breaks: all guests since the book was made.
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = 0
        self.last = None

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        if ev.guests != self.last:
            self.all += ev.guests
        self.last = ev.guests
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        return StopEvent(result={"now": await ctx.store.get("now"), "all": self.all})
