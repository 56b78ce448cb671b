"""Briefs as files: read with the place of everything in them, checked, written, and people's edits kept."""

from generator.briefs.briefing import read_briefing, read_briefs
from generator.briefs.check import check_briefing
from generator.briefs.read import ReadBrief, ReadNames, ReadOverview, read_brief, read_overview
from generator.briefs.schema import brief_schema
from generator.briefs.write import dump_brief

__all__ = [
    "ReadBrief",
    "ReadNames",
    "ReadOverview",
    "brief_schema",
    "check_briefing",
    "dump_brief",
    "read_brief",
    "read_briefing",
    "read_briefs",
    "read_overview",
]
