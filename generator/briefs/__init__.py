"""Briefs as files: read with the place of everything in them, checked, written, and people's edits kept."""

from generator.briefs.briefing import read_briefing, read_briefs, read_names
from generator.briefs.changes import Changes, counted
from generator.briefs.check import check_briefing
from generator.briefs.overview import write_overview
from generator.briefs.proven import LeftOut, leave_out
from generator.briefs.read import ReadBrief, read_brief, read_overview
from generator.briefs.schema import schemas
from generator.briefs.standing import Standing, check_standing, read_standing
from generator.briefs.store import read_edited, read_written, write_briefs, write_schemas
from generator.briefs.write import dump_brief

__all__ = [
    "Changes",
    "LeftOut",
    "ReadBrief",
    "Standing",
    "check_briefing",
    "check_standing",
    "counted",
    "dump_brief",
    "leave_out",
    "read_brief",
    "read_briefing",
    "read_briefs",
    "read_edited",
    "read_names",
    "read_overview",
    "read_standing",
    "read_written",
    "schemas",
    "write_briefs",
    "write_overview",
    "write_schemas",
]
