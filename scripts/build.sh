# shellcheck shell=sh
# What ./run, ./hieuhoc and ./test share; POSIX sh, to be sourced after `root` names the repository.
: "${root:?names the repository}"

# Says in both languages what is missing; fails when the program cannot be built here.
check_prerequisites() {
  if ! (cd "$root" && dotnet --version) >/dev/null 2>&1; then
    cat >&2 <<'END'
The .NET 10 SDK is needed and was not found. Install it from https://dotnet.microsoft.com/download/dotnet/10.0
Cần .NET 10 SDK nhưng chưa thấy trên máy này. Tải tại https://dotnet.microsoft.com/download/dotnet/10.0
END
    return 1
  fi

  node=$(node --version 2>/dev/null) || node=
  major=${node#v}
  major=${major%%.*}
  if ! [ "${major:-0}" -ge 20 ] 2>/dev/null || ! command -v npm >/dev/null 2>&1; then
    cat >&2 <<END
Node.js 20 or newer with npm is needed; found: ${node:-none}. Install it from https://nodejs.org
Cần Node.js 20 trở lên kèm npm; trên máy này: ${node:-chưa có}. Tải tại https://nodejs.org
END
    return 1
  fi
}

# The files a build reads. The folder that the build itself fills is left out.
list_sources() {
  (
    cd "$root" || exit
    for source in src bench packs *.props global.json package.json package-lock.json .npmrc .editorconfig; do
      [ ! -e "$source" ] || find "$source" -path src/HieuHoc.Web/wwwroot/lib -prune -o -type f "$@" -print
    done
  )
}

# True when a source was added, removed or changed since the last build that succeeded.
build_is_due() {
  [ -f "$program.dll" ] && [ -f "$stamp" ] || return 0
  [ "$(list_sources | LC_ALL=C sort | cksum)" = "$(cat "$stamp")" ] || return 0
  [ -n "$(list_sources -newer "$stamp" | head -n 1)" ]
}

# Builds the command line (and with it the server) in Release, once even when several callers ask at the same time.
# $1, unless empty, is said before a build starts.
build_when_due() {
  program=$root/artifacts/publish/HieuHoc.Cli/release/HieuHoc.Cli
  stamp=$root/artifacts/build.stamp
  lock=$root/artifacts/build.lock
  log=$root/artifacts/build.log

  build_is_due || return 0
  check_prerequisites || return 1
  if ! mkdir -p "$root/artifacts" || ! [ -w "$root/artifacts" ]; then
    printf '%s\n' "Cannot write to $root/artifacts. / Không ghi được vào thư mục $root/artifacts." >&2
    return 1
  fi

  # The lock names its holder, so that one left behind by a killed build is recognised.
  until (set -C && echo "$$" > "$lock") 2>/dev/null; do
    holder=$(cat "$lock" 2>/dev/null)
    if [ -z "$holder" ] || kill -0 "$holder" 2>/dev/null; then sleep 1; else rm -f "$lock"; fi
  done
  trap 'rm -f "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM

  status=0
  if build_is_due; then
    [ -z "$1" ] || printf '%s\n' "$1" >&2
    # Stamped with what stood there before the build began: what changes meanwhile is built next time.
    list_sources | LC_ALL=C sort | cksum > "$stamp.new"
    if (cd "$root" && DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 \
      dotnet publish src/HieuHoc.Cli -c Release -nologo -clp:NoSummary > "$log" 2>&1); then
      mv "$stamp.new" "$stamp"
    else
      status=1
      rm -f "$stamp.new"
      cat "$log" >&2
      printf '%s\n' 'The build failed; see above. / Dựng chương trình không thành công; xem ở trên.' >&2
    fi
  fi

  rm -f "$lock"
  trap - EXIT INT TERM

  return "$status"
}

# Tells built programs, which do not search PATH, where the runtime of the `dotnet` on PATH lies.
name_runtime() {
  [ -z "${DOTNET_ROOT-}" ] || return 0
  runtime=$(dirname "$(readlink -f "$(command -v dotnet)" 2>/dev/null)")
  if [ -d "$runtime/host/fxr" ]; then
    DOTNET_ROOT=$runtime
    export DOTNET_ROOT
  fi
}

# Becomes the built program, so that signals reach it.
start_program() {
  name_runtime
  if [ -x "$program" ] && [ -n "${DOTNET_ROOT-}" ]; then
    exec "$program" "$@"
  fi
  exec dotnet "$program.dll" "$@"
}
