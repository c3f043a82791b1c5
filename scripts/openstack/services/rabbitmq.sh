# RabbitMQ and the epmd it registers with, both on loopback.

start_rabbitmq() {
  local server folder=$DATA/rabbitmq
  server=$(echo "$UNPACKED"/usr/lib/rabbitmq/lib/rabbitmq_server-*)
  mkdir -p "$folder/home"
  render rabbitmq.conf "$ETC/rabbitmq/rabbitmq.conf"
  echo '[].' >"$ETC/rabbitmq/enabled_plugins"
  start epmd /usr/bin/epmd -address "$IP" -port "$PORT_EPMD"
  # Erlang's schedulers spin while idle unless told not to (+sbwt): two cores have better things to do.
  start rabbitmq env HOME="$folder/home" RABBITMQ_HOME="$server" RABBITMQ_NODENAME=hansa@localhost RABBITMQ_BASE="$folder" \
    RABBITMQ_MNESIA_BASE="$folder/mnesia" RABBITMQ_LOG_BASE="$LOG" RABBITMQ_LOGS=- RABBITMQ_CONFIG_FILE="$ETC/rabbitmq/rabbitmq.conf" \
    RABBITMQ_ENABLED_PLUGINS_FILE="$ETC/rabbitmq/enabled_plugins" RABBITMQ_CONF_ENV_FILE=/dev/null \
    RABBITMQ_DIST_PORT="$PORT_RABBITMQ_NODES" RABBITMQ_PID_FILE="$RUN/rabbitmq-server" ERL_EPMD_ADDRESS="$IP" ERL_EPMD_PORT="$PORT_EPMD" \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none' \
    "$server/sbin/rabbitmq-server"
}
