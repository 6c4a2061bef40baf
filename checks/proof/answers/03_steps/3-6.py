# %% wrong: in one line, with another name
# check: works_two_at_once
# says: Its steps are hand_out, ask and collect
class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask_the_service(self, ev: LookUpEvent) -> WeatherEvent:
        return WeatherEvent(city=ev.city, weather=await look_up(ev.city), total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% right: sends its event
class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ctx: Context, ev: LookUpEvent) -> WeatherEvent | None:
        weather = await look_up(ev.city)
        ctx.send_event(WeatherEvent(**{"city": ev.city, "weather": weather, "total": ev.total}))

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% right: a semaphore in place of the number of workers
class Weather(Workflow):
    def __init__(self, **settings):
        super().__init__(**settings)
        self.two = asyncio.Semaphore(2)

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        async with self.two:
            weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: four workers, as without a number
# check: works_two_at_once
# says: The service allows two at once
class Weather(Workflow):
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


# %% wrong: a single worker
# check: works_two_at_once
# says: Only one look-up at a time was under way
class Weather(Workflow):
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


# %% wrong: three workers
# check: works_two_at_once
# says: The service allows two at once
class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=3)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: forgets to await
# check: gives_the_weather
# says: A coroutine is no value yet
class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        return WeatherEvent(city=ev.city, weather=look_up(ev.city), total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: forgets the total
# check: gives_the_weather
# says: field total
class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        return WeatherEvent(city=ev.city, weather=await look_up(ev.city))

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: takes the total for two
# check: gives_the_weather
# says: 2 of 3 cities are in it
class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        return WeatherEvent(city=ev.city, weather=await look_up(ev.city), total=2)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: knows the weather without looking it up
# check: works_two_at_once
# says: Each city is looked up once for each time
class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        known = {"Oslo": "snow", "Rome": "sun", "Lima": "fog", "Cork": "rain"}
        return WeatherEvent(city=ev.city, weather=known.get(ev.city, "sun"), total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: looks up twice
# check: works_two_at_once
# says: Each city is looked up once for each time
class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        if await look_up(ev.city):
            weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: looks a city up once for all runs
# check: looks_up_other_cities
# says: Each city is looked up once for each time
known = {}


class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        if ev.city not in known:
            known[ev.city] = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=known[ev.city], total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: one city after another, in a single step
# check: works_two_at_once
# says: Only one look-up at a time was under way
class Weather(Workflow):
    @step
    async def ask(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result={city: await look_up(city) for city in ev.cities})


# %% wrong: the event under way on self
# check: looks_up_other_cities
# says: The run does not end
class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        self.total = max(ev.total, getattr(self, "total", 0))
        return WeatherEvent(city=ev.city, weather=await look_up(ev.city), total=self.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: a lock on the class
# check: gives_the_weather
# says: belongs to the event loop
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    lock = asyncio.Lock()

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        async with self.lock:
            weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})
