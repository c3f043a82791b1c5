resource "files_text" "hosts" {
  path    = "etc/hosts"
  content = "127.0.0.1 localhost\n"
}
