# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Sourced by examples/run, tests/run, .ci/run and .ci/newer.
#   need SET…                    installs those packages of the sets that are missing: build, test, gtk, qa, newer
#   take_no_install ARGUMENT…    leaves in $arguments all but --no-install, after which nothing is installed,
#                                nor by the commands that are called then (EUP_NO_INSTALL=1 does the same)

packages_build='gcc libc6-dev meson ninja-build pkg-config libglib2.0-dev libjson-glib-dev
  libgirepository1.0-dev gobject-introspection libicu-dev libstemmer-dev python3-gi gjs valac'
packages_test='g++ libgtest-dev python3-pytest python3-jsonschema python3-docutils'
packages_gtk='libgtk-4-dev gir1.2-gtk-4.0 xvfb xauth dbus-daemon fonts-dejavu-core adwaita-icon-theme'
packages_qa='gi-docgen gcovr abigail-tools clang libclang-rt-14-dev libsqlite3-dev locales'
packages_newer='debootstrap'

take_no_install ()
{
  local argument
  arguments=()
  for argument in "$@"; do
    if [ "$argument" = --no-install ]; then
      export EUP_NO_INSTALL=1
    else
      arguments+=("$argument")
    fi
  done
}

is_installed ()
{
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  elif command -v sudo >/dev/null; then
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  else
    echo "This needs root, and there is no sudo: $*" >&2
    return 1
  fi
}

need ()
{
  local set wanted='' missing='' offered='' package
  for set in "$@"; do
    set="packages_$set"
    wanted="$wanted ${!set}"
  done

  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This is no Debian-like system, so nothing is installed. What Debian 12 calls these must be there:"
    echo $wanted
    return 0
  fi

  for package in $wanted; do
    is_installed "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0

  if [ -n "${EUP_NO_INSTALL-}" ]; then
    echo "Not installed, and left so:$missing" >&2
    return 0
  fi
  echo "Going to install, with what they need:$missing"
  echo "(--no-install leaves the system as it is, and does without them where that can be.)"
  as_root apt-get update -q -o DPkg::Lock::Timeout=500 -o Acquire::Retries=3 </dev/null \
    || echo "apt-get update failed; trying with the lists that are there" >&2
  for package in $missing; do
    if apt-cache show "$package" >/dev/null 2>&1; then
      offered="$offered $package"
    else
      echo "This system does not offer $package; going on without it" >&2
    fi
  done
  [ -n "$offered" ] || return 0
  as_root apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=500 -o Acquire::Retries=3 \
    -o Dpkg::Use-Pty=0 $offered </dev/null
}
