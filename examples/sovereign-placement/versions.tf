terraform {
  # Write-only attributes (user_data) came with Terraform 1.11 and OpenTofu 1.11.
  required_version = ">= 1.11"

  required_providers {
    hansa = {
      source  = "hansa/hansa"
      version = "~> 0.1"
    }
  }
}
