output "workload_address" {
  description = "The workload's public address; for `backup_from`."
  value       = hansa_server.workload.public_ipv4_address
}

output "backup_address" {
  description = "Where its backups go."
  value       = hansa_public_ip.backup.address
}
