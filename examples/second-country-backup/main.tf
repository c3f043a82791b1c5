# A workload in one country, and its backup in a second country, at a cloud under another control chain.

provider "hansa" {
  # Credentials are found as each vendor's own tools find them.
  owner = var.owner

  # What breaks it is refused at plan time, with the fact and its source. Written in constants, it stands in the plan too, and `hansa report`
  # says what it says of each resource.
  policy = {
    countries = ["EU"]
    control   = { countries = ["EU"] }
    backup    = { cloud = "scaleway", country = "FR", other_country = true }
    exceptions = [
      { rule = "backup", cloud = "scaleway", because = "what lies there is the backup itself" },
    ]
  }
}
