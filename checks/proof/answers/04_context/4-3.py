# %% right: a list of all runs on self, and the count in the event
class CountedEvent(Event):
    now: int


class Guestbook(Workflow):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.runs = []

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        self.runs.append(ev.guests)
        await asyncio.sleep(0.01)
        return CountedEvent(now=ev.guests)

    @step
    async def report(self, ev: CountedEvent) -> StopEvent:
        return StopEvent(result={"now": ev.now, "all": sum(self.runs)})


# %% right: a state edit, and a total that starts on the class
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    total = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        self.total = self.total + ev.guests
        async with ctx.store.edit_state() as state:
            state["now"] = ev.guests
        await asyncio.sleep(0.01)
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        return StopEvent(result={"now": await ctx.store.get("now"), "all": self.total})


# %% wrong: keeps both on self
# check: keeps_runs_at_once_apart
# says: not on self
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        self.now = ev.guests
        self.all += ev.guests
        await asyncio.sleep(0.01)
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        return StopEvent(result={"now": self.now, "all": self.all})


# %% wrong: keeps both in the store of the run
# check: counts_across_runs
# says: all has lost the first run
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        await ctx.store.set("now", ev.guests)
        await ctx.store.set("all", await ctx.store.get("all", default=0) + ev.guests)
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        now, all_guests = await ctx.store.get("now"), await ctx.store.get("all")
        return StopEvent(result={"now": now, "all": all_guests})


# %% wrong: sets the total back in each run
# check: counts_any_guests
# says: the guests of each of its runs
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        self.all = 0
        self.all += ev.guests
        await ctx.store.set("now", ev.guests)
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        return StopEvent(result={"now": await ctx.store.get("now"), "all": self.all})


# %% wrong: one total for all books
# check: new_book_is_empty
# says: knows the guests of another one
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    guests = []

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        self.guests.append(ev.guests)
        await ctx.store.set("now", ev.guests)
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        return StopEvent(result={"now": await ctx.store.get("now"), "all": sum(self.guests)})


# %% wrong: counts all guests as those of this run
# check: counts_across_runs
# says: now counts the guests of this run only
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        self.all += ev.guests
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        return StopEvent(result={"now": self.all, "all": self.all})


# %% wrong: does not await what the store gives
# check: keeps_runs_at_once_apart
# says: A coroutine is no value yet
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        self.all += ev.guests
        await ctx.store.set("now", ev.guests)
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        return StopEvent(result={"now": ctx.store.get("now"), "all": self.all})


# %% wrong: reports nothing of this run
# check: keeps_runs_at_once_apart
# says: read back what you put
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        self.all += ev.guests
        await ctx.store.set("now", ev.guests)
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        return StopEvent(result={"all": self.all})


# %% wrong: forgets to return the StopEvent
# check: counts_across_runs
# says: The run does not end
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        self.all += ev.guests
        await ctx.store.set("now", ev.guests)
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        StopEvent(result={"now": await ctx.store.get("now"), "all": self.all})


# %% wrong: counts all guests when the run begins
# check: counts_overlapping_runs
# says: and report reads it
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        self.all += ev.guests
        await ctx.store.set("counts", {"now": ev.guests, "all": self.all})
        await asyncio.sleep(0.01)
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        return StopEvent(result=await ctx.store.get("counts"))


# %% wrong: waits between reading and writing the number of all
# check: counts_overlapping_runs
# says: no await between reading the number and writing it
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        await ctx.store.set("now", ev.guests)
        total = self.all + ev.guests
        await asyncio.sleep(0.01)
        self.all = total
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        return StopEvent(result={"now": await ctx.store.get("now"), "all": self.all})


# %% wrong: takes no guests for nothing kept
# check: counts_any_guests
# says: all is right, and now should be 0
class CountedEvent(Event):
    pass


class Guestbook(Workflow):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = 0

    @step
    async def welcome(self, ctx: Context, ev: StartEvent) -> CountedEvent:
        self.all += ev.guests
        await ctx.store.set("now", ev.guests)
        await asyncio.sleep(0.01)
        return CountedEvent()

    @step
    async def report(self, ctx: Context, ev: CountedEvent) -> StopEvent:
        now = await ctx.store.get("now") or self.all
        return StopEvent(result={"now": now, "all": self.all})
