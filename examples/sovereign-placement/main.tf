# Servers where the policy lets them stand, at the best price, spread over two control chains and two countries.

provider "hansa" {
  # Credentials are found as each vendor's own tools find them.
  owner  = var.owner
  clouds = { for cloud in var.clouds : cloud => {} }

  # Declared once, and held against every resource: here the plan ends where something breaks it.
  policy = {
    countries = var.countries
    control   = { countries = var.countries }
    price     = { currency = "EUR", per_resource = 40, total = 100 }
    unknown   = "error"
  }

  # What you know better than the public pages; see claims.yaml.
  claims = "${abspath(path.module)}/claims.yaml"
}

# Chosen once and kept: a new price or a new claim moves nothing.
resource "hansa_placement" "web" {
  requirements = {
    size      = var.size
    image     = var.image
    instances = var.instances
    spread    = { control_chains = 2, countries = 2 }
    objective = ["price"]
    exclude   = var.exclude
  }
}

locals {
  servers = { for i, choice in hansa_placement.web.choices : "web-${i + 1}" => choice }
  clouds  = toset(flatten([for choice in hansa_placement.web.choices : [for one in choice.candidates : one.cloud]]))
}

# One at each cloud where a server may land.
resource "hansa_ssh_key" "admin" {
  for_each   = local.clouds
  cloud      = each.key
  name       = "admin"
  public_key = var.ssh_public_key
}

# Made at its choice, or, where that is sold out or beyond the quota, at the next of its candidates.
resource "hansa_server" "web" {
  for_each    = local.servers
  candidates  = each.value.candidates
  name        = each.key
  image       = var.image
  ssh_key_ids = [for key in hansa_ssh_key.admin : key.id]
}
