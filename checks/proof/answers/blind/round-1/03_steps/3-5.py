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
        weather = {}
        if events := ctx.collect_events(ev, [WeatherEvent for _ in range(ev.total)]):
            for event in events:
                weather[event.city] = event.weather
            return StopEvent(result=weather)
        return None


# %% right: dict of pairs, one return
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
        return found and StopEvent(result=dict((one.city, one.weather) for one in found))


# %% right: buffer of its own name and zip
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
        events = ctx.collect_events(ev, ev.total * [WeatherEvent], buffer_id="weather")
        if events is not None:
            cities = [event.city for event in events]
            reports = [event.weather for event in events]
            return StopEvent(result=dict(zip(cities, reports)))


# %% right: counts in the store of the run
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
            found = [*state.get("found", []), (ev.city, ev.weather)]
            state["found"] = found
        if len(found) < ev.total:
            return None
        return StopEvent(result=dict(found))


# %% wrong: always three
# breaks: as long as one is missing it returns `None`, and then a `StopEvent`
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


# %% wrong: a dict on self, made anew by hand_out
# breaks: Runs share nothing, not even two at once: `collect_events` keeps them apart, and `self` does not.
class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        self.found = []
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        """Wait for all cities; the result is a dict from city to weather."""
        self.found.append((ev.city, ev.weather))
        if len(self.found) < ev.total:
            return None
        return StopEvent(result=dict(self.found))


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
            found = {**state.get("found", {}), ev.city: ev.weather}
            state["found"] = found
        if len(found) < ev.total:
            return None
        return StopEvent(result=found)


# %% wrong: a city of its own is not worth waiting
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
        found = ctx.collect_events(ev, [WeatherEvent] * max(ev.total, 2))
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: a list of pairs
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
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result=[(one.city, one.weather) for one in found])


# %% wrong: repeated cities get a list
# breaks: a `StopEvent` with a dict from each city to its weather; A city may be listed twice.
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
        weather = {}
        for one in found:
            if one.city in weather:
                weather[one.city] = [weather[one.city], one.weather]
            else:
                weather[one.city] = one.weather
        return StopEvent(result=weather)


# %% wrong: class attribute emptied at the end
# breaks: Runs share nothing, not even two at once
class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

    found: dict[int, list] = {}

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
        here = self.found.setdefault(ev.total, [])
        here.append(ev)
        if len(here) < ev.total:
            return None
        del self.found[ev.total]
        return StopEvent(result={one.city: one.weather for one in here})


# %% wrong: result grows from run to run
# breaks: Runs share nothing, not even two at once
class Forecast(Workflow):
    """Look up the weather of several cities, and wait for all."""

    weather: dict[str, str] = {}

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
            self.weather[one.city] = one.weather
        return StopEvent(result=dict(self.weather))
