output "addresses" {
  description = "The public address of the service at each cloud."
  value       = { for cloud, ip in hansa_public_ip.web : cloud => ip.address }
}

output "servers" {
  description = "What runs where, and its net price a month; null where the cloud has no price list."
  value = [
    for server in hansa_server.web : {
      cloud           = server.cloud
      place           = server.place
      name            = server.name
      type            = server.native_size
      address         = server.public_ipv4_address
      price_per_month = server.price_per_month
      currency        = server.price_currency
    }
  ]
}
