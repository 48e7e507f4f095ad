# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Sourced: `use_build DIR` lets programs, Python and GJS find the library where it was built.

use_build ()
{
  local build
  build=$(cd "$1" && pwd)
  export PATH="$build/tools:$PATH"
  export LD_LIBRARY_PATH="$build/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
  export GI_TYPELIB_PATH="$build/lib${GI_TYPELIB_PATH:+:$GI_TYPELIB_PATH}"
  export PYTHONPATH="$PWD/bindings/python${PYTHONPATH:+:$PYTHONPATH}"
  export GJS_PATH="$PWD/bindings/gjs${GJS_PATH:+:$GJS_PATH}"
  export PYTHONDONTWRITEBYTECODE=1
}
