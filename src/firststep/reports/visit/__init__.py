"""The page that a clinician reads, one content in several formats."""

from firststep.reports.visit.content import Known, Section, Visit, known_of, sections_of, visit

__all__ = ["Known", "Section", "Visit", "known_of", "sections_of", "visit"]
