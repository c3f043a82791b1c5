variable "clouds" {
  description = "Clouds that you have accounts at: what may be chosen among."
  type        = list(string)
  default     = ["hetzner", "scaleway", "upcloud"]
}

variable "countries" {
  description = "Where servers may stand, and from where their clouds may be controlled: ISO 3166-1 codes, EU, EEA, EFTA, ADEQUATE."
  type        = list(string)
  default     = ["EEA"]
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

variable "instances" {
  description = "How many servers; they go round evenly over what is chosen."
  type        = number
  default     = 4
}

variable "exclude" {
  description = "What is not to be used: a cloud, a place (hetzner/fsn1) or a size at it (hetzner/fsn1/cx23)."
  type        = list(string)
  default     = []
}

variable "ssh_public_key" {
  description = "Public key that the servers let in: the content of a .pub file."
  type        = string
}

variable "owner" {
  description = "Marks what this configuration makes; give each configuration its own."
  type        = string
  default     = "sovereign-placement"
}
