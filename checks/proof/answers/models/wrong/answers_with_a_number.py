# wrong: its result is a number, not text
# first: One sum: The answer is of type int, not text.
# %% instead of
            self.memory.put(ChatMessage(role="assistant", content=event.result))
        return event
# %% write
            self.memory.put(ChatMessage(role="assistant", content=event.result))
            number = event.result.rpartition(" ")[2].rstrip(".")
            if number.isdecimal():
                event = StopEvent(result=int(number))
        return event
