#!/usr/bin/python3
# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Print the values of options of a build directory: options.py BUILD NAME…"""

import json
import subprocess
import sys

text = subprocess.run(["meson", "introspect", "--buildoptions", sys.argv[1]],
                      check=True, capture_output=True, text=True).stdout
values = {option["name"]: option["value"] for option in json.loads(text)}
print(*(str(values.get(name)).lower() for name in sys.argv[2:]))
