variable "clouds" {
  description = "Where the service stands: a region or zone of each cloud."
  type        = map(string)
  default = {
    hetzner  = "fsn1"
    scaleway = "fr-par-1"
  }
}

variable "servers_per_cloud" {
  description = "How many servers at each cloud."
  type        = number
  default     = 2
}

variable "size" {
  description = "SCS flavour name, which means the same at every cloud."
  type        = string
  default     = "SCS-2V-4"
}

variable "image" {
  description = "Distribution and version."
  type        = string
  default     = "debian-12"
}

variable "volume_gib" {
  description = "Size of each server's volume."
  type        = number
  default     = 20
}

variable "ssh_public_key" {
  description = "Public key that the servers let in: the content of a .pub file."
  type        = string
}

variable "ssh_from" {
  description = "Address blocks from which SSH is let in. Default: none."
  type        = list(string)
  default     = []
}

variable "owner" {
  description = "Marks what this configuration makes; give each configuration its own."
  type        = string
  default     = "web-service-hcl"
}
