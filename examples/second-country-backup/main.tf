# A workload in one country, and its backup in a second country, at a cloud under another control chain.

provider "hansa" {
  # Credentials are found as each vendor's own tools find them.
  owner = var.owner
}
