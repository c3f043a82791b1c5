locals {
  # What the placement says of where each server has landed.
  landed = {
    for name, server in hansa_server.web : name => one([
      for one in local.servers[name].candidates : one
      if one.cloud == server.cloud && one.region == server.region && one.size == server.size
    ])
  }
}

output "servers" {
  description = "Where each server stands, what the policy says of it, and its net price a month."
  value = {
    for name, server in hansa_server.web : name => {
      where           = "${server.cloud} ${server.region} (${try(coalesce(local.landed[name].country), "unknown")})"
      size            = server.size
      policy          = try(local.landed[name].verdict, "no candidate any more")
      price_per_month = server.price_per_month
      currency        = server.price_currency
      address         = server.public_ipv4_address
    }
  }
}

output "next" {
  description = "Where each goes when its choice is sold out."
  value = {
    for name, choice in local.servers : name => [
      for one in slice(choice.candidates, 1, length(choice.candidates)) : "${one.cloud} ${one.region} ${one.size}"
    ]
  }
}

output "not_taken" {
  description = "Everything else that was offered, and why not."
  value       = hansa_placement.web.excluded
}
