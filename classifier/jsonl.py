"""Verdicts for lines of JSON: the form of `streife classify`."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import batched
from typing import Any

from casework.assessment import Verdict
from casework.labels import Kind, Platform
from casework.ports import Classifier

BATCH = 256
LONGEST_LINE = 8_000_000


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that got no verdict: its number, from 1, and why."""

    line: int
    reason: str
