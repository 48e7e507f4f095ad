#!/bin/sh
# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
# A test that could not be built or run: say why; 77 is Meson's code for skipped.
echo "$*"
exit 77
