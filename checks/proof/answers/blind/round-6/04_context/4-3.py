# %% right: a list of visits, summed up in the report
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.visits = []

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        self.visits.append(ev.guests)
        await ctx.store.set("guests", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        result = {"now": await ctx.store.get("guests")}
        result["all"] = sum(self.visits)
        return StopEvent(result=result)


# %% right: a state edit, and the book's number first
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.guests_of_all_runs = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        self.guests_of_all_runs = self.guests_of_all_runs + ev.guests
        async with ctx.store.edit_state() as state:
            state["now"] = ev.guests
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        guests = await ctx.store.get("now")
        return StopEvent(result=dict(now=guests, all=self.guests_of_all_runs))


# %% right: store first, with a helper method
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._total = 0

    def add_guests(self, guests: int) -> None:
        """Count these guests for the book."""
        self._total += guests

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        await ctx.store.set("now", ev.guests)
        self.add_guests(ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now = await ctx.store.get("now")
        everybody = self._total
        return StopEvent(result={"now": now, "all": everybody})


# %% wrong: one number for the class
# breaks: Two books have nothing in common, also where both are in use.
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


# %% wrong: both numbers on self
# breaks: Where two runs overlap, `now` is each run's own
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = 0
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
            state["now"] = ev.guests
            state["all"] = self.all
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now, everybody = await ctx.store.get("now"), await ctx.store.get("all")
        return StopEvent(result={"now": now, "all": everybody})


# %% wrong: the book counts only in the report
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
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now = await ctx.store.get("now")
        self.all += now
        return StopEvent(result={"now": now, "all": self.all})


# %% wrong: a global that each new book sets back
# breaks: Two books have nothing in common, also where both are in use.
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    """Count the guests of each run, and all guests since the book was made."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        global all_guests
        all_guests = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        """Count ev.guests, for this run and for all runs."""
        global all_guests
        all_guests += ev.guests
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        return StopEvent(result={"now": await ctx.store.get("now"), "all": all_guests})


# %% wrong: adds to an old number after the wait
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
        so_far = self.all
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)  # time in which another run may begin
        self.all = so_far + ev.guests
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        """Stop with a dict: "now", the guests of this run, and "all", those of the book so far."""
        now = await ctx.store.get("now")
        return StopEvent(result={"now": now, "all": self.all})
