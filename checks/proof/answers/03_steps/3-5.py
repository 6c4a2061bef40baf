# %% right: an assignment expression
class Forecast(Workflow):
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
        if found := ctx.collect_events(ev, [WeatherEvent for _ in range(ev.total)]):
            return StopEvent(result=dict((one.city, one.weather) for one in found))


# %% right: counts in the store of the run
class Forecast(Workflow):
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
        async with ctx.store.edit_state() as state:
            state["found"] = [*state.get("found", []), (ev.city, ev.weather)]
            found = state["found"]
        if len(found) == ev.total:
            return StopEvent(result=dict(found))
        return None


# %% right: fills a dict
class Forecast(Workflow):
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
        events = ctx.collect_events(ev, ev.total * [type(ev)])
        if events is not None:
            result = {}
            for event in events:
                result[event.city] = event.weather
            return StopEvent(result=result)


# %% wrong: does not wait for all
# check: collects_the_weather
# says: 1 of 3 cities are in it
class Forecast(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent:
        return StopEvent(result={ev.city: ev.weather})


# %% wrong: waits for two, whatever the number
# check: collects_the_weather
# says: 2 of 3 cities are in it
class Forecast(Workflow):
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
        found = ctx.collect_events(ev, [WeatherEvent] * 2)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: waits for one more
# check: collects_the_weather
# says: The run does not end
class Forecast(Workflow):
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
        found = ctx.collect_events(ev, [WeatherEvent] * (ev.total + 1))
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: does not look whether all are there
# check: collects_the_weather
# says: It raised an exception
class Forecast(Workflow):
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
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: gives the events
# check: collects_the_weather
# says: a dict from each city
class Forecast(Workflow):
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
        return StopEvent(result=found)


# %% wrong: pairs in a list
# check: collects_the_weather
# says: a dict from each city
class Forecast(Workflow):
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
        return StopEvent(result=[(one.city, one.weather) for one in found])


# %% wrong: keeps what it found on self
# check: begins_each_run_anew
# says: no city of this run
class Forecast(Workflow):
    found = {}

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
        self.found[ev.city] = ev.weather
        if len(self.found) < ev.total:
            return None
        return StopEvent(result=self.found)


# %% wrong: keeps it on self until the run has ended
# check: keeps_two_runs_apart
# says: keep nothing on self, on the class, or in a global
class Forecast(Workflow):
    found = []

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
        self.found.append(ev)
        if len(self.found) < ev.total:
            return None
        found, self.found = self.found, []
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: counts different cities
# check: collects_other_numbers
# says: count the events that came, and not the cities in them
class Forecast(Workflow):
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
        async with ctx.store.edit_state() as state:
            state["found"] = {**state.get("found", {}), ev.city: ev.weather}
            found = state["found"]
        return StopEvent(result=found) if len(found) == ev.total else None


# %% wrong: waits for the cities of all runs under way
# check: keeps_two_runs_apart
# says: waits for ever when another one is under way
class Forecast(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        self.total = getattr(self, "total", 0) + len(ev.cities)
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * self.total)
        if found is None:
            return None
        self.total -= ev.total
        return StopEvent(result={one.city: one.weather for one in found})
