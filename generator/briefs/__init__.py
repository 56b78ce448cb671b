"""Briefs as files: read with the place of everything in them, checked, written, and people's edits kept."""

from generator.briefs.read import ReadBrief, ReadNames, ReadOverview, read_brief, read_names, read_overview
from generator.briefs.schema import brief_schema
from generator.briefs.write import dump_brief

__all__ = [
    "ReadBrief",
    "ReadNames",
    "ReadOverview",
    "brief_schema",
    "dump_brief",
    "read_brief",
    "read_names",
    "read_overview",
]
