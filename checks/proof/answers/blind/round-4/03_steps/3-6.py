# %% right: the event is sent
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ctx: Context, ev: LookUpEvent) -> WeatherEvent | None:
        """Look one city up, and send what comes of it."""
        report = await look_up(city=ev.city)
        ctx.send_event(WeatherEvent(city=ev.city, weather=report, total=ev.total))
        return None

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% right: the number is a constant, all in one expression
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    AT_ONCE = 2

    @step(num_workers=AT_ONCE)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        return WeatherEvent(total=ev.total, city=ev.city, weather=await look_up(ev.city))

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% right: a task, and the fields of the event
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        city, total = ev.city, ev.total
        task = asyncio.create_task(look_up(city))
        fields = {"city": city, "total": total, "weather": await task}
        return WeatherEvent(**fields)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: four workers as without a number
# breaks: The weather service allows two look-ups at once, and no third.
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


# %% wrong: a new semaphore for each city
# breaks: Two cities at once, never more
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step
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


# %% wrong: remembers what it looked up
# breaks: it takes a `LookUpEvent`, looks its city up once
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


# %% wrong: looks again for the event
# breaks: it takes a `LookUpEvent`, looks its city up once
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

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


# %% wrong: the total is that of the workers
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
