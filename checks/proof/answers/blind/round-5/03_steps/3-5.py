# %% right: a loop that fills the dict
class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

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
        """Wait for all cities; the result is a dict from city to weather."""
        expected = [WeatherEvent for _ in range(ev.total)]
        events = ctx.collect_events(ev, expected)
        if events is not None:
            report = {}
            for event in events:
                report[event.city] = event.weather
            return StopEvent(result=report)
        return None


# %% right: zip and a buffer with a name
class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

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
        """Wait for all cities; the result is a dict from city to weather."""
        if (found := ctx.collect_events(ev, ev.total * [WeatherEvent], buffer_id="weather")) is None:
            return None
        cities = (one.city for one in found)
        weathers = (one.weather for one in found)
        return StopEvent(result=dict(zip(cities, weathers)))


# %% right: a list in the store of the run
class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

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
        """Wait for all cities; the result is a dict from city to weather."""
        async with ctx.store.edit_state() as state:
            reports = [*state.get("reports", []), (ev.city, ev.weather)]
            state["reports"] = reports
        if len(reports) < ev.total:
            return None
        return StopEvent(result=dict(reports))


# %% wrong: always two cities
# breaks: as long as one is missing it returns `None`
class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

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
        """Wait for all cities; the result is a dict from city to weather."""
        found = ctx.collect_events(ev, [WeatherEvent] * 2)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: collected on self, emptied at the end
# breaks: Runs share nothing, not even two at once: `collect_events` keeps them apart, and `self` does not.
class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

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
        """Wait for all cities; the result is a dict from city to weather."""
        if not hasattr(self, "found"):
            self.found = []
        self.found.append(ev)
        if len(self.found) < ev.total:
            return None
        result = {one.city: one.weather for one in self.found}
        self.found = []
        return StopEvent(result=result)


# %% wrong: counts different cities
# breaks: A city may be listed twice.
class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

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
        """Wait for all cities; the result is a dict from city to weather."""
        async with ctx.store.edit_state() as state:
            weathers = {**state.get("weathers", {}), ev.city: ev.weather}
            state["weathers"] = weathers
        if len(weathers) < ev.total:
            return None
        return StopEvent(result=weathers)


# %% wrong: a dict of the notebook that keeps earlier runs
# breaks: Runs share nothing, not even two at once
weather_by_city: dict[str, str] = {}


class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

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
        """Wait for all cities; the result is a dict from city to weather."""
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        weather_by_city.update({one.city: one.weather for one in found})
        return StopEvent(result=dict(weather_by_city))


# %% wrong: waits for four at most
# breaks: as long as one is missing it returns `None`, and then a `StopEvent` with a dict from each city to its weather
class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

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
        """Wait for all cities; the result is a dict from city to weather."""
        found = ctx.collect_events(ev, [WeatherEvent] * min(ev.total, 4))
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: a list for a city that is listed twice
# breaks: a dict from each city to its weather. A city may be listed twice.
class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

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
        """Wait for all cities; the result is a dict from city to weather."""
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        result = {}
        for one in found:
            result.setdefault(one.city, []).append(one.weather)
        return StopEvent(
            result={city: w[0] if len(w) == 1 else w for city, w in result.items()}
        )
