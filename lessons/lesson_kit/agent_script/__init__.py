"""From notebook cells to a script, and from the script to a logged model.

Lessons 6 and 7, the build scripts and the comparison use it.
"""
