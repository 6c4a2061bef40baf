"""The LLM that speaks the OpenAI protocol; importing it imports OpenAI's package."""

from llama_index.core.base.llms.types import LLMMetadata
from llama_index.llms.openai import OpenAI


class OpenAIServer(OpenAI):
    """Speak the OpenAI protocol with a server whose models LlamaIndex does not know by name."""

    context_window: int = 8192

    @classmethod
    def class_name(cls) -> str:
        return "OpenAIServer"

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(
            model_name=self.model, context_window=self.context_window, is_chat_model=True
        )
