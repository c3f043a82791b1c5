action "files_append" "note" {
  config {
    path = "log"
    line = "deployed"
  }
}
