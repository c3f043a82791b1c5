variable "workload" {
  description = "Where the workload and its data stand."
  type        = object({ cloud = string, region = string })
  default     = { cloud = "hetzner", region = "fsn1" }
}

variable "backup" {
  description = "Where its backups lie: another country, and a cloud that nobody controls who controls the first."
  type        = object({ cloud = string, region = string })
  default     = { cloud = "scaleway", region = "fr-par-1" }

  validation {
    condition     = var.backup.cloud != var.workload.cloud
    error_message = "A backup at the same cloud is lost with it; name another one."
  }
}

variable "size" {
  description = "SCS flavour name, which means the same at every cloud."
  type        = string
  default     = "SCS-2V-4"
}

variable "data_gib" {
  description = "Size of the data's volume; the backup's is twice as large, for the older states."
  type        = number
  default     = 20
}

variable "ssh_public_key" {
  description = "Public key of the people who run it: the content of a .pub file."
  type        = string
}

variable "ssh_from" {
  description = "Address blocks from which they come. Default: none."
  type        = list(string)
  default     = []
}

variable "backup_public_key" {
  description = "Public key with which the workload writes its backups; a pair of its own: ssh-keygen -t ed25519 -N '' -f backup."
  type        = string
}

variable "backup_private_key" {
  description = "The private part of that pair. It reaches the server once, and stands in no state."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "repository_password" {
  description = "Encrypts the backups before they leave the workload: who runs the second cloud cannot read them. Keep it elsewhere too."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "backup_from" {
  description = "Address blocks from which backups are taken. After the first apply, the workload's: the output `workload_address`/32."
  type        = list(string)
  default     = ["0.0.0.0/0"]
}

variable "owner" {
  description = "Marks what this configuration makes; give each configuration its own."
  type        = string
  default     = "second-country"
}
