# One web service on every cloud of var.clouds: network, firewall, SSH key, public address, servers with a volume each.

provider "hansa" {
  # Credentials are found as each vendor's own tools find them.
  owner = var.owner
}

locals {
  everyone = ["0.0.0.0/0", "::/0"]

  servers = merge([
    for cloud, region in var.clouds : {
      for n in range(1, var.servers_per_cloud + 1) : "${cloud}-${n}" => { cloud = cloud, region = region, n = n }
    }
  ]...)
}

resource "hansa_ssh_key" "admin" {
  for_each = var.clouds

  cloud      = each.key
  name       = "web"
  public_key = var.ssh_public_key
}

resource "hansa_network" "web" {
  for_each = var.clouds

  cloud    = each.key
  region   = each.value
  name     = "web"
  ip_range = "10.0.0.0/16"
  subnets  = [{ ip_range = "10.0.1.0/24" }]
}

resource "hansa_firewall" "web" {
  for_each = var.clouds

  cloud  = each.key
  region = each.value
  name   = "web"
  rules = concat(
    [for port in ["80", "443"] : { direction = "in", protocol = "tcp", ports = port, cidrs = local.everyone }],
    length(var.ssh_from) == 0 ? [] : [{ direction = "in", protocol = "tcp", ports = "22", cidrs = var.ssh_from }],
  )
}

resource "hansa_server" "web" {
  for_each = local.servers

  cloud        = each.value.cloud
  region       = each.value.region
  name         = "web-${each.value.n}"
  size         = var.size
  image        = var.image
  ssh_key_ids  = [hansa_ssh_key.admin[each.value.cloud].id]
  firewall_ids = [hansa_firewall.web[each.value.cloud].id]
  networks     = [{ network_id = hansa_network.web[each.value.cloud].id }]
  user_data    = "#cloud-config\npackages: [nginx]\n"
  labels       = { app = "web" }
}

resource "hansa_volume" "data" {
  for_each = local.servers

  cloud     = each.value.cloud
  region    = each.value.region
  name      = "web-${each.value.n}"
  size_gib  = var.volume_gib
  server_id = hansa_server.web[each.key].id
}

# The address that stays while servers come and go; here it leads to each cloud's first server.
resource "hansa_public_ip" "web" {
  for_each = var.clouds

  cloud     = each.key
  region    = each.value
  name      = "web"
  server_id = hansa_server.web["${each.key}-1"].id
}
