ephemeral "files_password" "admin" {
  bytes = 32
}
