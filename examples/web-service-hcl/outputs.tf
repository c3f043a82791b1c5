output "addresses" {
  description = "The public address of the service at each cloud."
  value       = { for cloud, ip in hansa_public_ip.web : cloud => ip.address }
}

output "servers" {
  description = "What runs where, and its net price a month; null where the cloud has no price list."
  # The address that stays leads to the first; at some clouds it takes the place of the server's own.
  value = [
    for key, server in hansa_server.web : {
      cloud           = server.cloud
      place           = server.place
      name            = server.name
      type            = server.native_size
      address         = local.servers[key].n == 1 ? hansa_public_ip.web[server.cloud].address : server.public_ipv4_address
      price_per_month = server.price_per_month
      currency        = server.price_currency
    }
  ]
}
