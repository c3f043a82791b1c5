import {
  to = files_text.hosts
  identity = {
    path = "etc/hosts"
  }
}
