# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes declarations of types for editors: make.py GIR ADDITIONS OUTPUT, the language by the end of the output's name."""

import sys
from pathlib import Path

import gir
from javascript_types import JavascriptTypes
from python_types import PythonTypes

source, additions, output = map(Path, sys.argv[1:])
maker = PythonTypes if output.suffix == ".pyi" else JavascriptTypes
output.write_text(maker(gir.read(source), additions.read_text(encoding="utf-8")).text(), encoding="utf-8")
