# shellcheck shell=bash
# A private PostgreSQL for one run of the tests: on loopback, in a folder of its own, gone afterwards.
: "${results:?names the folder for logs}"

postgres_folder=
postgres_programs=

# Prints the folder that holds initdb and pg_ctl of PostgreSQL 15 or newer.
find_postgres() {
  local folder version
  for folder in /usr/lib/postgresql/*/bin "$(dirname "$(command -v pg_ctl)")"; do
    version=$("$folder/postgres" --version 2>/dev/null) || continue
    version=${version##*PostgreSQL) }
    [ -x "$folder/initdb" ] && [ "${version%%[.a-z]*}" -ge 15 ] && echo "$folder" && return
  done
  return 1
}

# In memory where there is room: a database per test is made and dropped, and on a disk each drop waits for a checkpoint.
roomy_folder() {
  local free
  free=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
  if [ -w /dev/shm ] && [ "${free:-0}" -gt 3000000 ]; then
    echo /dev/shm
  else
    echo "${TMPDIR:-/tmp}"
  fi
}

# PostgreSQL refuses to run as root.
as_postgres() {
  local user=postgres
  if [ "$(id -u)" -ne 0 ]; then
    "$@"
    return
  fi
  id "$user" >/dev/null 2>&1 || user=nobody
  if command -v runuser >/dev/null; then
    runuser -u "$user" -- "$@"
  elif command -v setpriv >/dev/null; then
    setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups "$@"
  else
    # shellcheck disable=SC2016 # the inner shell expands these
    su -s /bin/sh -c '"$0" "$@"' -- "$user" "$@"
  fi
}

start_postgres() {
  local port log
  postgres_programs=$(find_postgres) || return 1
  postgres_folder=$(mktemp -d "$(roomy_folder)/hieuhoc-pg.XXXXXX") || return 1
  log=$postgres_folder/log
  if [ "$(id -u)" -eq 0 ]; then
    chown "$(as_postgres id -u)" "$postgres_folder"
  fi

  # --no-sync: only for making the empty cluster; what it stores later is as durable as in production.
  (cd "$postgres_folder" && as_postgres "$postgres_programs/initdb" -D "$postgres_folder/data" -U postgres -A trust \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync) > "$results/postgres.log" 2>&1 </dev/null || {
    cat "$results/postgres.log"
    echo "PostgreSQL could not make a cluster for the tests."
    return 1
  }
  cat >> "$postgres_folder/data/postgresql.conf" <<END
listen_addresses = '127.0.0.1'
unix_socket_directories = '$postgres_folder'
max_connections = 200
shared_buffers = 128MB
fsync = on
synchronous_commit = on
full_page_writes = on
log_min_duration_statement = 10s
log_lock_waits = on
END

  # A free port is only known to be free once the server has it.
  for _ in 1 2 3 4 5 6 7 8; do
    port=$((15000 + RANDOM % 15000))
    if (cd "$postgres_folder" && as_postgres "$postgres_programs/pg_ctl" -D "$postgres_folder/data" -l "$log" -w -t 60 \
      -o "-p $port" start) >> "$results/postgres.log" 2>&1 </dev/null; then
      export HIEUHOC_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
      return
    fi
  done
  cat "$log"
  echo "PostgreSQL did not start for the tests."
  return 1
}

# A statement that took too long fails its test without a word of what it was; the server knows.
tell_slow_statements() {
  [ -f "$postgres_folder/log" ] || return 0
  grep -E -A 12 'duration: |still waiting for|canceling statement' "$postgres_folder/log" | cut -c1-300 | head -n 60
}

stop_postgres() {
  [ -n "$postgres_folder" ] || return 0
  if [ -f "$postgres_folder/data/postmaster.pid" ]; then
    (cd / && as_postgres "$postgres_programs/pg_ctl" -D "$postgres_folder/data" -w -t 20 -m immediate stop) >/dev/null 2>&1
  fi
  rm -rf "$postgres_folder"
  postgres_folder=
}
