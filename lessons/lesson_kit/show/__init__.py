"""What is shown in a notebook: workflow graphs, the ways of runs, traces, and prompts.

Lessons use it; no check does. Reports share its colours, feedback draws graphs with it.
"""
