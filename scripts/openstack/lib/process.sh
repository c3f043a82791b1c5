# Starting, watching and stopping processes.
#
# Every process, and whatever it forks, carries HANSA_OPENSTACK=<state folder>:<name> in its environment. The kernel shows it
# in /proc/PID/environ, so "ours" needs no trust in pid files: a recycled pid is never signalled, a lost file loses nothing.

clean_environment=(env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="$DATA/home" LANG=C.UTF-8 LC_ALL=C.UTF-8
  PYTHONPATH="$here/drivers" PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PYTHONWARNINGS=ignore
  SPT_NOENV=1) # setproctitle would overwrite the environment that the kernel shows

processes() { # [NAME-PATTERN]   pids of ours whose name matches
  local home=${STATE//./\\.}
  grep -lzxE "HANSA_OPENSTACK=${home//+/\\+}:${1:-.*}" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3 || true
}

alive() { # NAME
  local pid
  pid=$(cat "$RUN/$1.pid" 2>/dev/null) && grep -qzxF "HANSA_OPENSTACK=$STATE:$1" "/proc/$pid/environ" 2>/dev/null
}

started_names() { local file; for file in "$RUN"/*.pid; do basename "$file" .pid; done; }

spawned_any=no
start() { # NAME COMMAND...   in the background, in a session of its own, logging to log/NAME.log
  local name=$1 pid
  shift
  if alive "$name"; then return 0; fi
  (cd "$DATA" && exec 9>&- && exec setsid "${clean_environment[@]}" HANSA_OPENSTACK="$STATE:$name" "$@") \
    >>"$LOG/$name.log" 2>&1 </dev/null &
  pid=$!
  echo "$pid" >"$RUN/$name.pid"
  until alive "$name" || ! kill -0 "$pid" 2>/dev/null; do sleep 0.01; done # until exec has set the environment
  spawned_any=yes
}

run() { # NAME COMMAND...   in the foreground, logging to log/setup-NAME.log
  local name=setup-$1
  shift
  (cd "$DATA" && exec 9>&- && exec "${clean_environment[@]}" HANSA_OPENSTACK="$STATE:$name" "$@") >>"$LOG/$name.log" 2>&1 </dev/null
}

# A console script by its entry point: the daemon packages that ship the scripts would bring users, questions and init scripts.
entry_point() { # NAME MODULE:FUNCTION   prints nothing; sets command=(...)
  command=("$PYTHON" -sP -c "import sys; sys.argv[0] = '$1'; from ${2%:*} import ${2#*:} as main; sys.exit(main())")
}
start_python() { local name=$1 command; entry_point "$name" "$2"; start "$name" "${command[@]}" "${@:3}"; }
run_python() { local name=$1 command; entry_point "$name" "$2"; run "$name" "${command[@]}" "${@:3}"; }

start_wsgi() { # NAME PORT WSGI-FILE THREADS [VARIABLE=VALUE...]
  # uWSGI's plain HTTP socket does not keep connections open, and says so only if told to.
  start "$1" env "${@:5}" uwsgi --plugins python3 --http-socket "$IP:$2" --wsgi-file "$3" --master --lazy-apps --die-on-term --need-app \
    --enable-threads --processes 1 --threads "$4" --buffer-size 65535 --add-header 'Connection: close' --disable-logging
}

wait_for() { # NAME SECONDS COMMAND...   until the command succeeds, as long as NAME lives
  local name=$1 seconds=$2 end=$(($(date +%s) + $2))
  shift 2
  until "$@" >/dev/null 2>&1; do
    alive "$name" || fail "$name died while starting" "$LOG/$name.log"
    [ "$(date +%s)" -lt "$end" ] || fail "$name was not ready after $seconds s" "$LOG/$name.log"
    sleep 0.2
  done
}

stop_processes() { # SECONDS NAME-PATTERN   TERM to each parent once, then to what it leaves behind; KILL after SECONDS
  local pids pid parent end
  local -A ours=() told=()
  end=$(($(date +%s) + $1))
  while mapfile -t pids < <(processes "$2") && [ ${#pids[@]} -gt 0 ] && [ "$(date +%s)" -lt "$end" ]; do
    ours=()
    for pid in "${pids[@]}"; do ours[$pid]=1; done
    for pid in "${pids[@]}"; do
      parent=$(awk '$1 == "PPid:" {print $2}' "/proc/$pid/status" 2>/dev/null) || continue
      # A child stopped before its parent looks like a crash (Erlang aborts, uWSGI starts it again).
      [ -n "${ours[${parent:-0}]:-}${told[$pid]:-}" ] && continue
      told[$pid]=1
      kill -TERM "$pid" 2>/dev/null || true
    done
    sleep 0.1
  done
  [ ${#pids[@]} = 0 ] || kill -KILL "${pids[@]}" 2>/dev/null || true
}

stop_leftovers() { # what a killed parent left behind, and what has lost its pid file
  local name
  while read -r name; do
    alive "$name" || stop_processes 5 "$name"
  done < <(processes | while read -r pid; do tr '\0' '\n' <"/proc/$pid/environ"; done 2>/dev/null | sed -n 's/^HANSA_OPENSTACK=.*://p' | sort -u)
}

stop_all() { # the services first, then what they talk to
  local left
  rm -f "$STATE/ready"
  stop_processes 6 '(setup|keystone|placement|glance|neutron|nova|cinder).*'
  stop_processes 20 '(rabbitmq|mariadb)'
  stop_processes 5 '.*'
  sleep 0.1
  left=$(processes | tr '\n' ' ')
  [ -z "$left" ] || fail "these processes could not be stopped: $left"
  rm -f "$RUN"/*
}
