# One workload in a Fulcrum federation, at two providers: each has an agent that carries a cloud of its own.

provider "hansa" {
  owner = var.owner

  # One cloud for each agent, chosen by its tags. FULCRUM_URL and FULCRUM_TOKEN say where the core is and who orders.
  clouds = {
    fed-hetzner   = { driver = "fulcrum", agent_tags = "cloud:hetzner" }
    fed-openstack = { driver = "fulcrum", agent_tags = "cloud:openstack" }
  }
}

resource "hansa_ssh_key" "admin" {
  for_each = var.agents

  cloud      = "fed-${each.key}"
  name       = "admin"
  public_key = var.ssh_public_key
}

resource "hansa_network" "inner" {
  for_each = var.agents

  cloud    = "fed-${each.key}"
  region   = each.value
  name     = "inner"
  ip_range = "10.0.0.0/16"
}

resource "hansa_server" "web" {
  for_each = var.agents

  cloud       = "fed-${each.key}"
  region      = each.value
  name        = "web"
  size        = var.size
  image       = var.image
  ssh_key_ids = [hansa_ssh_key.admin[each.key].id]
  networks    = [{ network_id = hansa_network.inner[each.key].id }]
  user_data   = "#cloud-config\npackages: [nginx]\n"
  labels      = { app = "web" }
}

resource "hansa_volume" "data" {
  for_each = var.agents

  cloud     = "fed-${each.key}"
  region    = each.value
  name      = "data"
  size_gib  = 20
  server_id = hansa_server.web[each.key].id
}

output "servers" {
  description = "What stands where. The ids are those of services of the federation."
  value = {
    for cloud, server in hansa_server.web : cloud => {
      id              = server.id
      place           = server.place
      type            = server.native_size
      price_per_month = server.price_per_month
    }
  }
}
