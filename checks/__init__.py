"""The instructor's side: hidden checks, grading, the proof of the checks, and the tests of all.

The scripts and nbgrader_config.py use it; nothing under `lessons/` may.
"""
