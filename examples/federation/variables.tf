variable "agents" {
  description = "Where the workload stands: a region or country of the cloud that each agent carries."
  type        = map(string)
  default = {
    hetzner   = "DE"
    openstack = "RegionOne"
  }
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

variable "ssh_public_key" {
  description = "Public key that the servers let in: the content of a .pub file."
  type        = string
}

variable "owner" {
  description = "Marks what this configuration orders; give each configuration its own."
  type        = string
  default     = "federation"
}
