/** Where the tests deploy: a place of each emulated cloud. */
export const PLACES: Readonly<Record<string, string>> = {
  hetzner: 'fsn1',
  scaleway: 'fr-par-1',
  upcloud: 'fi-hel1',
  ovh: 'GRA11',
  ionos: 'de/fra',
};

export interface Words {
  size?: string;
  image?: string;
  volumeGib?: number;
  ports?: readonly string[];
  labels?: string;
}

/** The whole workload at one cloud with the provider that makes it. */
export function workload(cloud: string, words: Words = {}): string {
  return `provider "hansa" {\n  owner = "shop"\n}\n${things(cloud, words)}`;
}

/** Network, firewall, SSH key, volume, public IP, two servers. */
export function things(cloud: string, words: Words = {}): string {
  const {
    size = 'SCS-2V-4',
    image = 'debian-12',
    volumeGib = 20,
    ports = ['22', '443'],
    labels = 'role = "web"',
  } = words;
  const place = `cloud = "${cloud}"\n  region = "${PLACES[cloud]}"`;
  return `
resource "hansa_ssh_key" "me" {
  cloud      = "${cloud}"
  name       = "me"
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example"
}
resource "hansa_network" "net" {
  ${place}
  name     = "net"
  ip_range = "10.1.0.0/16"
  subnets  = [{ ip_range = "10.1.1.0/24" }]
}
resource "hansa_firewall" "web" {
  ${place}
  name  = "web"
  rules = [for port in ${JSON.stringify(ports)} : {
    direction = "in", protocol = "tcp", ports = port, cidrs = ["0.0.0.0/0", "::/0"]
  }]
}
resource "hansa_server" "web" {
  count        = 2
  ${place}
  name         = "web-\${count.index + 1}"
  size         = "${size}"
  image        = "${image}"
  ssh_key_ids  = [hansa_ssh_key.me.id]
  firewall_ids = [hansa_firewall.web.id]
  networks     = [{ network_id = hansa_network.net.id }]
  user_data    = "#cloud-config\\n# secret-of-the-test\\n"
  labels       = { ${labels} }
}
resource "hansa_volume" "data" {
  ${place}
  name      = "data"
  size_gib  = ${volumeGib}
  server_id = hansa_server.web[0].id
}
resource "hansa_public_ip" "ip" {
  ${place}
  name      = "ip"
  server_id = hansa_server.web[0].id
}
`;
}
