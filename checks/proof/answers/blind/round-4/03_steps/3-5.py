# %% right: walrus and a loop
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
        if (found := ctx.collect_events(ev, expected)) is not None:
            weather_of = {}
            for one in found:
                weather_of[one.city] = one.weather
            return StopEvent(result=weather_of)
        return None


# %% right: kept in the store of the run
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


# %% right: dict of pairs, a buffer of its own name
from operator import attrgetter


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
        found = ctx.collect_events(ev, ev.total * [type(ev)], buffer_id="weather")
        return found and StopEvent(result=dict(map(attrgetter("city", "weather"), found)))


# %% wrong: always waits for three
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
        found = ctx.collect_events(ev, [WeatherEvent] * 3)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: a dict in the store, counted by its keys
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
            reports = {**state.get("reports", {}), ev.city: ev.weather}
            state["reports"] = reports
        if len(reports) < ev.total:
            return None
        return StopEvent(result=reports)


# %% wrong: kept in self, by the total
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
        kept = self.__dict__.setdefault("kept", {}).setdefault(ev.total, [])
        kept.append(ev)
        if len(kept) < ev.total:
            return None
        del self.kept[ev.total]
        return StopEvent(result={one.city: one.weather for one in kept})


# %% wrong: a dict of the class that stays
# breaks: Runs share nothing, not even two at once
class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

    reports: dict[str, str] = {}

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
        for one in found:
            self.reports[one.city] = one.weather
        return StopEvent(result=self.reports)


# %% wrong: does not wait for the last of many
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
        # four workers: no more than four come at once
        found = ctx.collect_events(ev, [WeatherEvent] * min(ev.total, 4))
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: the arrow names the event that it takes
# breaks: An arrow names what may come out of its step, and nothing else
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
    async def collect(self, ctx: Context, ev: WeatherEvent) -> WeatherEvent | StopEvent | None:
        """Wait for all cities; the result is a dict from city to weather."""
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})
