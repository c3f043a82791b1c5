resource "hansa_ssh_key" "backup" {
  cloud      = var.backup.cloud
  name       = "backup"
  public_key = var.ssh_public_key
}

resource "hansa_firewall" "backup" {
  cloud  = var.backup.cloud
  region = var.backup.region
  name   = "backup"
  rules  = [{ direction = "in", protocol = "tcp", ports = "22", cidrs = concat(var.backup_from, var.ssh_from) }]
}

resource "hansa_server" "backup" {
  cloud        = var.backup.cloud
  region       = var.backup.region
  name         = "backup"
  size         = var.size
  image        = "debian-12"
  ssh_key_ids  = [hansa_ssh_key.backup.id]
  firewall_ids = [hansa_firewall.backup.id]
  labels       = { role = "backup" }
  user_data    = templatefile("${path.module}/backup.yaml.tftpl", { backup_public_key = var.backup_public_key })
}

resource "hansa_volume" "backups" {
  cloud     = var.backup.cloud
  region    = var.backup.region
  name      = "backups"
  size_gib  = var.data_gib * 2
  server_id = hansa_server.backup.id
}

# The address that stays, whatever becomes of the server: the workload knows it.
resource "hansa_public_ip" "backup" {
  cloud     = var.backup.cloud
  region    = var.backup.region
  name      = "backup"
  server_id = hansa_server.backup.id
}
