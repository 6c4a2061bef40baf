# wrong: fails on a reply that it cannot parse
# first: A reply that cannot be parsed: after a reply that cannot be parsed your agent raised
# %% instead of
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply. {error}")
# %% write
    finally:
        pass
