"""The audit: whether a pack's questions are sound, shapeless, levelled and varied.

Nothing here is imported by the game: `audit` gives a Report, and the command line prints it.
"""

from questions.audit.report import audit
from questions.audit.table import Report, Row

__all__ = ["Report", "Row", "audit"]
