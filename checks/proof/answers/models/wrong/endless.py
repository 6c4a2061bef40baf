# wrong: never stops asking an LLM that never finishes
# first: An LLM that never finishes: after observation 11 your agent did not end: no answer after 60 replies; the reference answered 'I stopped after 20 rounds without an answer.'
# %% instead of
    if rounds >= max_rounds and not reasoning.is_done:
# %% write
    if rounds >= 10_000 and not reasoning.is_done:
