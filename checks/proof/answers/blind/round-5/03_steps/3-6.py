# %% right: sends the event
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ctx: Context, ev: LookUpEvent) -> WeatherEvent | None:
        weather = await look_up(ev.city)
        ctx.send_event(WeatherEvent(city=ev.city, weather=weather, total=ev.total))
        return None

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% right: the fields of the event handed over
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        return WeatherEvent(**ev.model_dump(), weather=await look_up(ev.city))

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% right: the limit has a name, the look-up is a task
LOOK_UPS_AT_ONCE = 2


class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=LOOK_UPS_AT_ONCE)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        city, total = ev.city, ev.total
        task = asyncio.create_task(look_up(city))
        event = WeatherEvent(city=city, total=total, weather=await task)
        return event

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: as many workers as usual
# breaks: Two cities at once, never more
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

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
# breaks: Two cities at once, never more
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

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


# %% wrong: the total is always two
# breaks: returns or sends a `WeatherEvent` with the city, its weather and the `total` that came
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=2)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: looks up a second time to be sure
# breaks: looks its city up, once for each event
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        if weather != await look_up(ev.city):
            weather = "changing"
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: remembers the cities looked up before
# breaks: looks its city up, once for each event
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    known: dict[str, str] = {}

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


# %% wrong: a semaphore for each event
# breaks: The weather service allows a run two look-ups at once, and no third.
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=8)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        async with asyncio.Semaphore(2):
            weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})
