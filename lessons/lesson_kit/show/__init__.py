"""What is shown in a notebook: workflow graphs and traces.

Lessons use it; no check does.
"""
