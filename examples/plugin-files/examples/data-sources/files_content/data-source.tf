data "files_content" "motd" {
  path = "etc/motd"
}
