# %% right: sent instead of returned
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    # about 4 lines: the step ask
    @step(num_workers=2)
    async def ask(self, ctx: Context, ev: LookUpEvent) -> WeatherEvent | None:
        weather = await look_up(ev.city)
        ctx.send_event(WeatherEvent(city=ev.city, weather=weather, total=ev.total))

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% right: the fields of the event taken over
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    # about 4 lines: the step ask
    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        """Look up one city."""
        return WeatherEvent(**ev.model_dump(), weather=await look_up(ev.city))

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% right: a constant, and a helper outside the class
LOOK_UPS_AT_ONCE = 2


async def report_on(ev: LookUpEvent) -> WeatherEvent:
    """Return the weather of the city of an event."""
    (weather,) = await asyncio.gather(look_up(ev.city))
    return WeatherEvent(total=ev.total, weather=weather, city=ev.city)


class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    # about 4 lines: the step ask
    @step(num_workers=LOOK_UPS_AT_ONCE)
    async def ask(self, look_up_event: LookUpEvent) -> WeatherEvent:
        return await report_on(look_up_event)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: four workers, as many as there are
# breaks: Two cities of a run at once, never more
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    # about 4 lines: the step ask
    @step
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: one after another
# breaks: Two cities of a run at once, never more
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    # about 4 lines: the step ask
    @step(num_workers=1)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: a semaphore for all runs of a workflow
# breaks: another run has its own two
# decided: right, because a service allows its look-ups to all who ask it: the sentence is gone, and the text leaves it open
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    # about 4 lines: the step ask
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.gate = asyncio.Semaphore(2)

    @step
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        async with self.gate:
            weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: remembers what it has looked up
# breaks: looks its city up, once for each event
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    # about 4 lines: the step ask
    known = {}

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        if ev.city not in self.known:
            self.known[ev.city] = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=self.known[ev.city], total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: looks up twice
# breaks: looks its city up, once for each event
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    # about 4 lines: the step ask
    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        if not await look_up(ev.city):
            return WeatherEvent(city=ev.city, weather="", total=ev.total)
        return WeatherEvent(city=ev.city, weather=await look_up(ev.city), total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: a total of two or more
# breaks: returns or sends a `WeatherEvent` with the city, its weather and the `total` that came
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    # about 4 lines: the step ask
    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=max(2, ev.total))

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})
