# What "build" and "bases" share; read by them.

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$(basename "$0"): $*"
  exit 1
}

# need COMMAND WHAT-IT-IS
need() {
  command -v "$1" >/dev/null || fail "$1 was not found; this needs $2."
}

# Prints the folder of a JDK 25 or newer.
find_jdk() {
  local compiler version
  for compiler in "${JAVA_HOME:-/usr}/bin/javac" /usr/lib/jvm/*/bin/javac; do
    [ -x "$compiler" ] || continue
    version=$("$compiler" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    if [ "${version:-0}" -ge 25 ]; then
      dirname "$(dirname "$(readlink -f "$compiler")")"
      return
    fi
  done
  fail "no JDK 25 or newer was found; set JAVA_HOME to one."
}
