# Configuration files: services/*.conf are shell here-documents, so ${NAME} and $(function) are filled in.

render() { # TEMPLATE TARGET
  local text
  text=$(<"$here/services/$1")
  mkdir -p "$(dirname "$2")"
  eval "cat <<END_OF_TEMPLATE
$text
END_OF_TEMPLATE" >"$2"
}

database() { echo "mysql+pymysql://root@localhost/$1?unix_socket=$RUN/mariadb.sock&charset=utf8"; } # NAME

common() { # SERVICE   what every oslo service needs
  mkdir -p "$DATA/$1/lock"
  cat <<EOT
[DEFAULT]
transport_url = rabbit://$MQ_USER:$(secret rabbitmq)@$IP:$PORT_RABBITMQ/
state_path = $DATA/$1
use_stderr = true
debug = $([ "${OPENSTACK_DEBUG:-0}" = 1 ] && echo true || echo false)
[oslo_concurrency]
lock_path = $DATA/$1/lock
[oslo_messaging_rabbit]
heartbeat_timeout_threshold = 0
rpc_conn_pool_size = 8
[oslo_messaging_notifications]
driver = noop
[oslo_policy]
enforce_scope = false
enforce_new_defaults = false
EOT
}

login() { # SERVICE-USER   keystoneauth's options
  cat <<EOT
auth_url = http://$IP:$PORT_KEYSTONE/v3
auth_type = password
username = $1
password = $(secret service)
project_name = service
user_domain_id = default
project_domain_id = default
region_name = $REGION
EOT
}

token_check() { # SERVICE-USER   how the service validates the tokens it is given
  cat <<EOT
[keystone_authtoken]
www_authenticate_uri = http://$IP:$PORT_KEYSTONE/v3
service_token_roles = service
service_token_roles_required = true
EOT
  login "$1"
}
