"""What is known: the techniques, by ids that never change."""

from firststep.knowledge.techniques import Technique, called, offered, technique

__all__ = ["Technique", "called", "offered", "technique"]
