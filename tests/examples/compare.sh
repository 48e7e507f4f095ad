#!/bin/sh
# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
# compare.sh EXPECTED PROGRAM…: run the program, and compare what it prints
set -eu
expected=$1
shift
output=$(mktemp)
trap 'rm -f "$output"' EXIT
"$@" >"$output"
diff -u "$expected" "$output"
