"""What is known: the techniques, by ids that never change."""

from firststep.knowledge.techniques import KNOWLEDGE_VERSION, Technique, called, offered, technique

__all__ = ["KNOWLEDGE_VERSION", "Technique", "called", "offered", "technique"]
