output "servers" {
  description = "Where each server stands, what the policy says of it, and its net price a month."
  value = {
    for name, choice in local.servers : name => {
      where           = "${choice.cloud} ${choice.region} (${coalesce(choice.country, "unknown")})"
      size            = choice.size
      policy          = choice.verdict
      price_per_month = choice.price_per_month
      currency        = choice.price_currency
      address         = hansa_server.web[name].public_ipv4_address
    }
  }
}

output "next" {
  description = "Where to go when one of them is sold out."
  value       = [for one in hansa_placement.web.alternatives : "${one.cloud} ${one.region} ${one.size}"]
}

output "not_taken" {
  description = "Everything else that was offered, and why not."
  value       = hansa_placement.web.excluded
}
