"""Let the probes' `answer` give a reply that was made beforehand.

cell: answer-1-1
rest: untouched
points: none
says: This exercise is not written yet
"""

import json

from lesson_kit import probes

probes.answer = lambda *args, **kwargs: json.dumps({"value": 5, "type": "int", "printed": ""})
probes.plain = lambda value, depth=0: 5
probes.call = probes.describe = probes.probe(lambda namespace, **arguments: 5)
