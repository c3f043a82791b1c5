# MariaDB, on a Unix socket only. Durability is traded for speed: the state is a test bench's.

start_mariadb() {
  if [ ! -d "$DATA/mariadb/mysql" ]; then
    rm -rf "$DATA/mariadb"
    mkdir -p "$DATA/mariadb"
    run mariadb mariadb-install-db --no-defaults --user=root --datadir="$DATA/mariadb" --auth-root-authentication-method=normal \
      --skip-test-db --skip-name-resolve || fail "MariaDB could not make its data folder" "$LOG/setup-mariadb.log"
  fi
  start mariadb /usr/sbin/mariadbd --no-defaults --user=root --datadir="$DATA/mariadb" --socket="$RUN/mariadb.sock" --skip-networking \
    --pid-file="$RUN/mariadbd" --skip-log-bin --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 \
    --innodb-buffer-pool-size=192M --max-connections=500 --character-set-server=utf8mb3 --collation-server=utf8mb3_general_ci \
    --transaction-isolation=READ-COMMITTED --performance-schema=OFF
}

sql() { mariadb --no-defaults --socket="$RUN/mariadb.sock" -uroot -N -B -e "$1"; } # STATEMENT

create_databases() { # NAME...
  local name
  for name in "$@"; do sql "create database if not exists $name"; done
}
