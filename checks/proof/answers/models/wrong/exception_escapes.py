# wrong: lets an exception of a tool end the run
# first: Wrong argument names: after calling multiply(first_number=8, second_number=9) your agent raised
# %% instead of
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")
# %% write
    finally:
        pass
