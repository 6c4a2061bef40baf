# %% right: walrus and update in a loop
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
        if (found := ctx.collect_events(ev, [WeatherEvent for _ in range(ev.total)])) is not None:
            forecast = {}
            for one in found:
                forecast[one.city] = one.weather
            return StopEvent(result=forecast)
        return None


# %% right: kept in the state of the run
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
            found = [*state.get("found", []), [ev.city, ev.weather]]
            complete = len(found) == ev.total
            state["found"] = [] if complete else found
        if not complete:
            return None
        return StopEvent(result={city: weather for city, weather in found})


# %% right: dict of pairs
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
        expected = [type(ev)] * ev.total
        found = ctx.collect_events(ev, expected)
        if not found:
            return None
        pairs = zip([one.city for one in found], [one.weather for one in found])
        return StopEvent(result=dict(pairs))


# %% wrong: always three
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
        found = ctx.collect_events(ev, [WeatherEvent] * min(ev.total, 3))
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: kept on self
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
        async with ctx.store.edit_state() as state:
            found = {**state.get("found", {}), ev.city: ev.weather}
            state["found"] = found
        if len(found) < ev.total:
            return None
        return StopEvent(result=found)


# %% wrong: one city gives a text
# breaks: a `StopEvent` with a dict from each city to its weather
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
        if ev.total == 1:
            return StopEvent(result=ev.weather)
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: weather of a city listed twice is joined
# breaks: a `StopEvent` with a dict from each city to its weather. A city may be listed twice.
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
        forecast = {}
        for one in found:
            if one.city in forecast:
                forecast[one.city] += ", " + one.weather
            else:
                forecast[one.city] = one.weather
        return StopEvent(result=forecast)


# %% wrong: results remembered on the class
# breaks: Runs share nothing, not even two at once
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
        known = Forecast.__dict__.get("known", {})
        Forecast.known = {**known, **{one.city: one.weather for one in found}}
        return StopEvent(result=Forecast.known)
