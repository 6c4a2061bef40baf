"""Compare a logged model with the reference run: the same questions, two traces, one verdict."""
