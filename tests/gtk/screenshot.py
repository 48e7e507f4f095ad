# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""screenshot.py PICTURE PROGRAM...: runs the program on a virtual display until it shows something, and keeps a picture.

The display is a file that Xvfb keeps its screen in, in the format of xwd, so nothing else is needed to look at it."""

import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

SIZE = (800, 600)
ENOUGH_COLOURS = 20
PATIENCE = 60  # seconds
SKIPPED = 77


def read_screen(path):
    """The rows of the screen, each as bytes of red, green, blue."""
    data = path.read_bytes()
    header = struct.unpack(">25I", data[:100])
    header_size, width, height, bits, line, n_colours = (header[i] for i in (0, 4, 5, 11, 12, 19))
    assert bits == 32
    start = header_size + 12 * n_colours
    rows = []
    for y in range(height):
        row = data[start + y * line:start + y * line + 4 * width]
        pixels = bytearray(3 * width)
        pixels[0::3], pixels[1::3], pixels[2::3] = row[2::4], row[1::4], row[0::4]
        rows.append(bytes(pixels))
    return rows


def count_colours(rows):
    return len({row[i:i + 3] for row in rows for i in range(0, len(row), 3)})


def write_png(path, rows):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">2I5B", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
                     + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows))) + chunk(b"IEND", b""))


def wait(process, screen):
    """The first screen that shows enough, and stays the same for a moment; None when the program ends before."""
    end, last = time.monotonic() + PATIENCE, None
    while time.monotonic() < end and process.poll() is None:
        time.sleep(0.5)
        try:
            rows = read_screen(screen)
        except (OSError, struct.error):
            continue
        if rows == last and count_colours(rows) >= ENOUGH_COLOURS:
            return rows
        last = rows
    return None


def main():
    for tool in ("xvfb-run", "dbus-run-session"):
        if shutil.which(tool) is None:
            print("no", tool)
            return SKIPPED
    picture, program = Path(sys.argv[1]), sys.argv[2:]
    with tempfile.TemporaryDirectory() as directory:
        display = f"-screen 0 {SIZE[0]}x{SIZE[1]}x24 -fbdir {directory}"
        process = subprocess.Popen(["xvfb-run", "-a", "-s", display, "dbus-run-session", "--", *program],
                                   start_new_session=True)
        try:
            rows = wait(process, Path(directory) / "Xvfb_screen0")
        finally:
            if process.poll() is None:
                os.killpg(process.pid, 15)
            process.wait()
    if rows is None:
        print("nothing was shown")
        return 1
    write_png(picture, rows)
    print(picture, count_colours(rows), "colours")
    return 0


if __name__ == "__main__":
    sys.exit(main())
