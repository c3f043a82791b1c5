run "hosts" {
  assert {
    condition     = files_text.hosts.content == "127.0.0.1 localhost\n::1 localhost\n"
    error_message = "lines() makes a line of each text"
  }

  assert {
    condition     = output.same
    error_message = "what is read differs from what was written"
  }
}
