terraform {
  required_providers {
    files = { source = "example/files" }
  }
}

provider "files" {
  folder = "${path.module}/made"
}

resource "files_text" "hosts" {
  path    = "etc/hosts"
  content = provider::files::lines(0, "127.0.0.1 localhost", "::1 localhost")
}

data "files_content" "hosts" {
  path = files_text.hosts.path
}

output "same" {
  value = data.files_content.hosts.sha256 == files_text.hosts.sha256
}
