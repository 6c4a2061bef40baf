# %% right: walrus, a loop and a named buffer
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
        # about 4 lines
        wanted = ev.total * [type(ev)]
        if events := ctx.collect_events(ev, wanted, buffer_id="weather"):
            report = {}
            for event in events:
                report[event.city] = event.weather
            return StopEvent(result=report)
        return None


# %% right: the store of the run
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
        # about 4 lines
        async with ctx.store.edit_state() as state:
            pairs = [*state.get("pairs", []), (ev.city, ev.weather)]
            complete = len(pairs) == ev.total
            state["pairs"] = [] if complete else pairs
        return StopEvent(result=dict(pairs)) if complete else None


# %% right: dict from pairs, in the order of the alphabet
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
        # about 4 lines
        events = ctx.collect_events(ev, [WeatherEvent for _ in range(ev.total)])
        if events is not None:
            events = sorted(events, key=lambda event: event.city)
            return StopEvent(result=dict((event.city, event.weather) for event in events))


# %% wrong: reports kept on self
# breaks: Runs share nothing, not even two at once: `collect_events` keeps them apart, and `self` does not.
class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = []

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
        # about 4 lines
        self.found.append(ev)
        if len(self.found) < ev.total:
            return None
        found, self.found = self.found, []
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: waits for different cities
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
        # about 4 lines
        async with ctx.store.edit_state() as state:
            report = {**state.get("report", {}), ev.city: ev.weather}
            state["report"] = report
        if len(report) < ev.total:
            return None
        return StopEvent(result=report)


# %% wrong: waits for two at least
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
        # about 4 lines
        found = ctx.collect_events(ev, [WeatherEvent] * max(ev.total, 2))
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: three and no more
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
        # about 4 lines
        found = ctx.collect_events(ev, [WeatherEvent] * min(ev.total, 3))
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: a dict of the module
# breaks: Runs share nothing, not even two at once
reports = {}


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
        # about 4 lines
        reports[ev.city] = ev.weather
        if ctx.collect_events(ev, [WeatherEvent] * ev.total) is None:
            return None
        return StopEvent(result=dict(reports))


# %% wrong: a second key for a city listed twice
# breaks: then a `StopEvent` with a dict from each city to its weather. A city may be listed twice.
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
        # about 4 lines
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        report = {}
        for one in found:
            if one.city in report:
                report[f"{one.city} (2)"] = one.weather
            else:
                report[one.city] = one.weather
        return StopEvent(result=report)
