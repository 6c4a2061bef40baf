"""An LLM that plans from right to left: (1 + 2) * (3 + 4) begins with 3 + 4."""

from lesson_kit.offline_llm import Action, Answer, OfflineLLM, read_number, read_prompt, read_question


class RightToLeft(OfflineLLM):
    """Work out the right operand of each operation before the left one."""

    @classmethod
    def class_name(cls) -> str:
        return "RightToLeft"

    def reply(self, messages) -> str:
        prompt = read_prompt(messages)
        try:
            plan = read_question(prompt.question, prompt.last_answer)
        except ValueError:
            return super().reply(messages)
        if any(isinstance(token, str) and token not in prompt.tools for token in plan):
            return super().reply(messages)
        done = {(one.name, str(one.arguments)): one.observation for one in prompt.calls}

        def value():
            """Return the value of the plan's last operation, or the next call as text."""
            token = plan.pop()
            if not isinstance(token, str):
                return token
            right = value()
            if isinstance(right, str):
                return right
            left = value()
            if isinstance(left, str):
                return left
            tool = prompt.tools[token]
            arguments = dict(zip(tool.arguments, (left, right)))
            seen = done.get((tool.name, str(arguments)))
            if seen is None:
                return Action("The right side comes first.", tool.name, arguments).text()
            number = read_number(seen)
            said = f"I cannot go on: the tool {tool.name} gave no number: {seen}"
            return Answer("I cannot answer.", said).text() if number is None else number

        found = value()
        return found if isinstance(found, str) else Answer("Done.", f"The result is {found}.").text()
