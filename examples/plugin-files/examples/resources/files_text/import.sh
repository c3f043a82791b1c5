# By its path below the folder
terraform import files_text.hosts etc/hosts
