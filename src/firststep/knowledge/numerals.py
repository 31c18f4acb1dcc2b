"""Numbers in a sentence, written as the language that is spoken writes them."""

from firststep.knowledge.words import words


def numeral(number: str) -> str:
    """A number as English writes it, "1,000", "0.8" or "95%", as the language that is spoken does."""
    said = words()["language"]
    signs = {",": said["thousands"], ".": said["decimal"], "%": said["percent"]}
    return number.translate(str.maketrans(signs))
