"""The judges measured side by side, one module each, so that none pays for what another imports.

Each module has `make(folder)`, which writes what it must learn first; `load(folder)`, which gives what judges
a list of texts; `files(folder)`, its model on disk; and `macro_f1(judge, texts, offence)` of what it says of
tweets having learnt, if at all, from others alone.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Judge = Callable[[list[str]], Any]
Bools = NDArray[np.bool_]
Rows = NDArray[np.int64]
