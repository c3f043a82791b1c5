# Database schemas: each service's own migrations, side by side, once.

apply_schemas() {
  local service jobs=() begin
  local -A job=()
  begin=$(date +%s)
  # the slowest first: two cores are kept busy to the end
  for service in neutron nova cinder keystone glance placement; do
    [ -e "$DONE/schema-$service" ] && continue
    (trap - ERR INT TERM && "schema_$service" && touch "$DONE/schema-$service") &
    job[$service]=$!
    jobs+=("$service")
  done
  [ ${#jobs[@]} -gt 0 ] || return 0
  say "database schemas: ${jobs[*]}"
  for service in "${jobs[@]}"; do
    wait "${job[$service]}" || fail "the database schema of $service failed" "$LOG/setup-$service.log"
  done
  say "database schemas took $(($(date +%s) - begin)) s"
}
