resource "hansa_ssh_key" "workload" {
  cloud      = var.workload.cloud
  name       = "workload"
  public_key = var.ssh_public_key
}

resource "hansa_firewall" "workload" {
  cloud  = var.workload.cloud
  region = var.workload.region
  name   = "workload"
  rules = concat(
    [{ direction = "in", protocol = "tcp", ports = "443", cidrs = ["0.0.0.0/0", "::/0"] }],
    length(var.ssh_from) == 0 ? [] : [{ direction = "in", protocol = "tcp", ports = "22", cidrs = var.ssh_from }],
  )
}

resource "hansa_server" "workload" {
  cloud        = var.workload.cloud
  region       = var.workload.region
  name         = "workload"
  size         = var.size
  image        = "debian-12"
  ssh_key_ids  = [hansa_ssh_key.workload.id]
  firewall_ids = [hansa_firewall.workload.id]
  labels       = { role = "workload" }

  # Write-only: sent once, and in no state, so that neither are the secrets in it.
  user_data = templatefile("${path.module}/workload.yaml.tftpl", {
    backup_address      = hansa_public_ip.backup.address
    backup_private_key  = var.backup_private_key
    repository_password = var.repository_password
  })
}

resource "hansa_volume" "data" {
  cloud     = var.workload.cloud
  region    = var.workload.region
  name      = "data"
  size_gib  = var.data_gib
  server_id = hansa_server.workload.id
}
