#!/usr/bin/python3
# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Make a guide a page of the reference: prepare.py IN OUT

The title goes where gi-docgen looks for it, links to other guides lead to their
pages, links into the source tree become plain names, and comments go.
"""

import re
import sys
from pathlib import Path

source, target = map(Path, sys.argv[1:3])
text = source.read_text(encoding="utf-8")
text = re.sub(r"<!--.*?-->\n?", "", text, flags=re.S)
title, _, body = text.lstrip().partition("\n")
assert title.startswith("# "), f"{source}: begins without a title"


def link(match):
    label, address = match[1], match[2]
    page, mark, part = address.partition("#")
    if "://" in address or address.endswith(".svg") or not page:
        return match[0]
    if page.endswith(".md") and "/" not in page:
        return f"[{label}]({page[:-3]}.html{mark}{part})"
    return f"`{label.strip('`')}`"


body = re.sub(r"\[([^\]]*)\]\(([^)\s]+)\)", link, body)
target.write_text(f"Title: {title[2:].strip()}\nSlug: {source.stem}\n\n{body.lstrip()}", encoding="utf-8")
