list "files_text" "configuration" {
  provider = files

  config {
    ending = ".conf"
  }
}
