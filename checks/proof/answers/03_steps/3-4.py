# %% right: an assignment expression, and as many workers as may be needed
class CityEvent(Event):
    city: str
    total: int


class WeatherEvent(Event):
    city: str
    weather: str
    total: int


class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        total = len(ev.cities)
        [ctx.send_event(CityEvent(city=city, total=total)) for city in ev.cities]
        return None

    @step(num_workers=16)
    async def ask(self, ev: CityEvent) -> WeatherEvent:
        return WeatherEvent(city=ev.city, weather=await look_up(ev.city), total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        if found := ctx.collect_events(ev, [WeatherEvent for _ in range(ev.total)]):
            return StopEvent(result=dict((one.city, one.weather) for one in found))


# %% right: asyncio.gather in a single step
class Weather(Workflow):
    @step
    async def ask(self, ev: StartEvent) -> StopEvent:
        weather = await asyncio.gather(*(look_up(city) for city in ev.cities))
        return StopEvent(result=dict(zip(ev.cities, weather)))


# %% wrong: one city after another
# check: works_side_by_side
# says: Each look-up waits
class Weather(Workflow):
    @step
    async def ask(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result={city: await look_up(city) for city in ev.cities})


# %% wrong: a single worker
# check: works_side_by_side
# says: several workers
class CityEvent(Event):
    city: str
    total: int


class WeatherEvent(Event):
    city: str
    weather: str
    total: int


class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        for city in ev.cities:
            ctx.send_event(CityEvent(city=city, total=len(ev.cities)))

    @step(num_workers=1)
    async def ask(self, ev: CityEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: does not wait for all
# check: collects_the_weather
# says: That is the first city to come
class CityEvent(Event):
    city: str
    total: int


class WeatherEvent(Event):
    city: str
    weather: str
    total: int


class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        for city in ev.cities:
            ctx.send_event(CityEvent(city=city, total=len(ev.cities)))

    @step(num_workers=4)
    async def ask(self, ev: CityEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent:
        return StopEvent(result={ev.city: ev.weather})


# %% wrong: returns the first event instead of sending all
# check: collects_the_weather
# says: 1 of 3 cities was sent
class CityEvent(Event):
    city: str
    total: int


class WeatherEvent(Event):
    city: str
    weather: str
    total: int


class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        for city in ev.cities:
            return CityEvent(city=city, total=len(ev.cities))

    @step(num_workers=4)
    async def ask(self, ev: CityEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: forgets to await
# check: collects_the_weather
# says: A coroutine is no value yet
class CityEvent(Event):
    city: str
    total: int


class WeatherEvent(Event):
    city: str
    weather: str
    total: int


class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        for city in ev.cities:
            ctx.send_event(CityEvent(city=city, total=len(ev.cities)))

    @step(num_workers=4)
    async def ask(self, ev: CityEvent) -> WeatherEvent:
        return WeatherEvent(city=ev.city, weather=look_up(ev.city), total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: waits for two, whatever the number
# check: collects_the_weather
# says: a dict from each city
class CityEvent(Event):
    city: str
    total: int


class WeatherEvent(Event):
    city: str
    weather: str
    total: int


class Weather(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        for city in ev.cities:
            ctx.send_event(CityEvent(city=city, total=len(ev.cities)))

    @step(num_workers=4)
    async def ask(self, ev: CityEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * 2)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: knows the weather without looking it up
# check: works_side_by_side
# says: The weather comes from look_up
class Weather(Workflow):
    @step
    async def ask(self, ev: StartEvent) -> StopEvent:
        known = {"Oslo": "snow", "Rome": "sun", "Lima": "fog", "Cork": "rain"}
        return StopEvent(result={city: known.get(city, "sun") for city in ev.cities})
