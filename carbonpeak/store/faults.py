"""What is wrong with the store, as a sentence in both languages."""


class StoreFault(Exception):
    """A store that cannot be used as asked; ``zh`` and ``en`` say what is so and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        """Take the sentence in Chinese and in English."""
        super().__init__(en)
        self.said = {"zh": zh, "en": en}
