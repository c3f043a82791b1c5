output "hosts" {
  value = provider::files::lines(0, "127.0.0.1 localhost", "::1 localhost")
}
