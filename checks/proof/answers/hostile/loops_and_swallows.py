"""Loop without end and swallow every interrupt.

cell: try-1-1
rest: solved
points: all
says: not even when interrupted
"""

while True:
    try:
        while True:
            pass
    except BaseException:
        pass
