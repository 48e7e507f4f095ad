# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whatever a script passes, it gets an exception or an answer, never a crash."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from gi.repository import EuPolicy

CLASSES = sorted(name for name in dir(EuPolicy)
                 if not name.startswith("_") and isinstance(getattr(EuPolicy, name, None), type))
SEED = int(os.environ.get("EUP_SEED", "1"))


@pytest.mark.parametrize("target", ["-", *CLASSES])
def test_never_a_crash(target, tmp_path):
    log = tmp_path / "call"
    env = {k: v for k, v in os.environ.items() if k not in ("G_DEBUG",)}
    done = subprocess.run([sys.executable, str(Path(__file__).with_name("wrong_use.py")), str(SEED), str(log), target],
                          env=env, capture_output=True, text=True, errors="replace", cwd=tmp_path, timeout=250, check=False)
    last = log.read_text() if log.exists() else "nothing was called"
    assert done.returncode == 0, f"seed {SEED}, last call: {last}\n{done.stderr[-2000:]}"
