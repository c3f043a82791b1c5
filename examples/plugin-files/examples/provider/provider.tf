terraform {
  required_providers {
    files = {
      source = "example/files"
    }
  }
}

provider "files" {
  folder = "${path.module}/made"
}
