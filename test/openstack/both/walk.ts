import { randomUUID } from 'node:crypto';
import type { Client } from './client.js';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICTFWD+mjoZaFa+TaqIp7qN+KGmOClpD3zKcko0PKP5g';
const NOBODY = randomUUID();
const nova = (version: string) => ({ headers: { 'openstack-api-version': `compute ${version}` } });
const V = nova('2.79');

/** Logs in, and all that is wrong about it; the services' pages about themselves. */
export async function identity(c: Client): Promise<void> {
  await c.step('wrong password', 'POST', 'identity', '/auth/tokens', {
    body: c.login({ ...c.endpoint, password: 'no' }),
  });
  await c.step('a login that is none', 'POST', 'identity', '/auth/tokens', { body: { auth: {} } });
  c.enter(await c.step('login', 'POST', 'identity', '/auth/tokens', { body: c.login() }));
  for (const service of ['identity', 'compute', 'network', 'volumev3', 'image'])
    await c.step(`versions of ${service}`, 'GET', `root:${service}`, '/');
  const wrong = { headers: { 'x-auth-token': 'wrong' } };
  await c.step('wrong token at nova', 'GET', 'compute', '/servers', wrong);
  await c.step('wrong token at neutron', 'GET', 'network', '/v2.0/networks', wrong);
  await c.step('wrong token at cinder', 'GET', 'volumev3', '/volumes', wrong);
  await c.step('wrong token at glance', 'GET', 'image', '/v2/images', wrong);
}

export async function keypairs(c: Client): Promise<void> {
  const body = (name: string, key = KEY) => ({ ...V, body: { keypair: { name, public_key: key } } });
  const [a, b] = [`${c.prefix}-a`, `${c.prefix}-b`];
  await c.step('create', 'POST', 'compute', '/os-keypairs', body(a));
  await c.step('create without a microversion', 'POST', 'compute', '/os-keypairs', { body: body(b).body });
  await c.step('create twice', 'POST', 'compute', '/os-keypairs', body(a));
  await c.step('create from no key', 'POST', 'compute', '/os-keypairs', body('x', 'no key'));
  await c.step('show', 'GET', 'compute', `/os-keypairs/${a}`, V);
  await c.step('show one that is not', 'GET', 'compute', '/os-keypairs/none', V);
  await c.step('first page', 'GET', 'compute', '/os-keypairs?limit=1', V);
  await c.step('next page', 'GET', 'compute', `/os-keypairs?limit=1&marker=${a}`, V);
  await c.step('marker that is not', 'GET', 'compute', '/os-keypairs?limit=1&marker=none', V);
  await c.step('limit that is none', 'GET', 'compute', '/os-keypairs?limit=x', V);
  for (const version of ['2.999', '1.0', 'x'])
    await c.step(`microversion ${version}`, 'GET', 'compute', '/os-keypairs', nova(version));
  await c.step('delete', 'DELETE', 'compute', `/os-keypairs/${a}`, V);
  await c.step('delete without a microversion', 'DELETE', 'compute', `/os-keypairs/${b}`);
  await c.step('delete twice', 'DELETE', 'compute', `/os-keypairs/${a}`, V);
}

export async function networks(c: Client): Promise<void> {
  const to = (name: string, method: string, path: string, body?: unknown) =>
    c.step(name, method, 'network', `/v2.0${path}`, body === undefined ? {} : { body });
  const net = (await to('create a network', 'POST', '/networks', { network: { name: `${c.prefix}-net` } })).body
    .network;
  const subnet = { network_id: net.id, cidr: '10.9.0.0/24', ip_version: 4 };
  const { id: sub } = (await to('create a subnet', 'POST', '/subnets', { subnet })).body.subnet;
  await to('subnet that overlaps', 'POST', '/subnets', { subnet: { ...subnet, cidr: '10.9.0.128/25' } });
  await to('subnet of no range', 'POST', '/subnets', { subnet: { ...subnet, cidr: 'x' } });
  await to('subnet in no network', 'POST', '/subnets', { subnet: { ...subnet, network_id: NOBODY } });
  await to('network with an attribute that is not', 'POST', '/networks', { network: { colour: 'red' } });
  const { id: port } = (await to('create a port', 'POST', '/ports', { port: { network_id: net.id } })).body.port;
  const { id: router } = (await to('create a router', 'POST', '/routers', { router: { name: `${c.prefix}-r` } })).body
    .router;
  const found = await to('external networks', 'GET', '/networks?router:external=true&fields=id&fields=name');
  const floating_network_id = found.body.networks[0].id;
  const address = { floatingip: { floating_network_id } };
  const { id: ip } = (await to('create an address', 'POST', '/floatingips', address)).body.floatingip;
  const { id: other } = (await to('create another address', 'POST', '/floatingips', address)).body.floatingip;
  const lead = { floatingip: { port_id: port } };
  await to('associate without a router', 'PUT', `/floatingips/${ip}`, lead);
  await to('add an interface', 'PUT', `/routers/${router}/add_router_interface`, { subnet_id: sub });
  await to('add it twice', 'PUT', `/routers/${router}/add_router_interface`, { subnet_id: sub });
  await to('associate without a gateway', 'PUT', `/floatingips/${ip}`, lead);
  await to('set a gateway', 'PUT', `/routers/${router}`, {
    router: { external_gateway_info: { network_id: floating_network_id } },
  });
  await to('gateway to a network inside', 'PUT', `/routers/${router}`, {
    router: { external_gateway_info: { network_id: net.id } },
  });
  await to('associate', 'PUT', `/floatingips/${ip}`, lead);
  await to('associate twice', 'PUT', `/floatingips/${other}`, lead);
  await to('associate with no port', 'PUT', `/floatingips/${other}`, { floatingip: { port_id: NOBODY } });
  await to('remove an interface in need', 'PUT', `/routers/${router}/remove_router_interface`, { subnet_id: sub });
  await to('take the gateway in need', 'PUT', `/routers/${router}`, { router: { external_gateway_info: null } });
  await to('delete a router with an interface', 'DELETE', `/routers/${router}`);
  await to('delete a network with ports', 'DELETE', `/networks/${net.id}`);
  await to('delete a subnet with ports', 'DELETE', `/subnets/${sub}`);
  await to('networks by name', 'GET', `/networks?name=${c.prefix}-net`);
  await to('subnets of the network', 'GET', `/subnets?network_id=${net.id}`);
  await to('a page of ports', 'GET', `/ports?network_id=${net.id}&limit=1`);
  await to('marker that is not', 'GET', `/ports?limit=1&marker=${NOBODY}`);
  await to('disassociate', 'PUT', `/floatingips/${ip}`, { floatingip: { port_id: null } });
  await to('remove the interface', 'PUT', `/routers/${router}/remove_router_interface`, { subnet_id: sub });
  await to('remove it twice', 'PUT', `/routers/${router}/remove_router_interface`, { subnet_id: sub });
  for (const kind of [
    'networks',
    'subnets',
    'ports',
    'routers',
    'floatingips',
    'security-groups',
    'security-group-rules',
  ]) {
    await to(`none of ${kind}`, 'GET', `/${kind}/${NOBODY}`);
    await to(`delete none of ${kind}`, 'DELETE', `/${kind}/${NOBODY}`);
  }
  const group = (await to('create a group', 'POST', '/security-groups', { security_group: { name: `${c.prefix}-g` } }))
    .body.security_group;
  const rule = {
    security_group_id: group.id,
    direction: 'ingress',
    ethertype: 'IPv4',
    protocol: 'tcp',
    port_range_min: 80,
    port_range_max: 80,
  };
  await to('create a rule', 'POST', '/security-group-rules', { security_group_rule: rule });
  await to('create it twice', 'POST', '/security-group-rules', { security_group_rule: rule });
  const [p81, p82] = [81, 82].map((at) => ({
    ...rule,
    port_range_min: at,
    port_range_max: at,
    remote_ip_prefix: '10.0.0.0/8',
  }));
  await to('rules in bulk', 'POST', '/security-group-rules', { security_group_rules: [p81, p82] });
  await to('double in bulk', 'POST', '/security-group-rules', {
    security_group_rules: [
      { ...rule, protocol: 'udp' },
      { ...rule, protocol: 'udp' },
    ],
  });
  await to('ports the wrong way round', 'POST', '/security-group-rules', {
    security_group_rule: { ...rule, port_range_min: 90 },
  });
  await to('ports without a protocol', 'POST', '/security-group-rules', {
    security_group_rule: { ...rule, protocol: null },
  });
  await to('range of the other family', 'POST', '/security-group-rules', {
    security_group_rule: { ...rule, remote_ip_prefix: '::/0' },
  });
  const old = (name: string, path: string, call = {}) => c.step(name, 'GET', 'compute', path, call);
  await old('groups by nova', '/os-security-groups');
  await old('a group by nova', `/os-security-groups/${group.id}`);
  await old('no group by nova', `/os-security-groups/${NOBODY}`);
  await old('groups by a newer nova', '/os-security-groups', V);
  await to('port in the group', 'PUT', `/ports/${port}`, { port: { security_groups: [group.id] } });
  await to('delete a group in use', 'DELETE', `/security-groups/${group.id}`);
  await to('delete the port', 'DELETE', `/ports/${port}`);
  await to('delete the group', 'DELETE', `/security-groups/${group.id}`);
  await to('delete the address', 'DELETE', `/floatingips/${ip}`);
  await to('delete the other address', 'DELETE', `/floatingips/${other}`);
  await to('delete the router', 'DELETE', `/routers/${router}`);
  await to('delete the network', 'DELETE', `/networks/${net.id}`);
}

/** Servers with a boot volume, and a volume at them. */
export async function machines(c: Client): Promise<void> {
  const flavors = (await c.send('GET', c.url('compute', '/flavors/detail'), V)).body.flavors;
  const [small, big] = ['SCS-1V-4', 'SCS-2V-4'].map(
    (name) => flavors.find((one: { name: string }) => one.name === name).id,
  );
  const image = (await c.send('GET', c.url('image', '/v2/images?name=Debian%2012'))).body.images[0].id;
  const network = (
    await c.send('POST', c.url('network', '/v2.0/networks'), { body: { network: { name: `${c.prefix}-m` } } })
  ).body.network.id;
  await c.send('POST', c.url('network', '/v2.0/subnets'), {
    body: { subnet: { network_id: network, cidr: '10.8.0.0/24', ip_version: 4 } },
  });
  const boot = {
    boot_index: 0,
    uuid: image,
    source_type: 'image',
    destination_type: 'volume',
    volume_size: 20,
    delete_on_termination: true,
  };
  const wish = {
    name: `${c.prefix}-s`,
    flavorRef: small,
    networks: [{ uuid: network }],
    block_device_mapping_v2: [boot],
    metadata: { a: 'b' },
  };
  const create = (name: string, more: object) =>
    c.step(name, 'POST', 'compute', '/servers', { ...V, body: { server: { ...wish, ...more } } });
  await create('wrong flavour', { flavorRef: NOBODY });
  await create('wrong image', { block_device_mapping_v2: undefined, imageRef: NOBODY });
  await create('wrong key', { key_name: 'none' });
  await create('wrong network', { networks: [{ uuid: NOBODY }] });
  await create('wrong zone', { availability_zone: 'none' });
  await create('no disk to boot from', { block_device_mapping_v2: undefined, imageRef: image });
  await create('no networks said', { networks: undefined });
  const { id } = (await create('create', {})).body.server;
  const server = `/servers/${id}`;
  const vol = (
    await c.step('create a volume', 'POST', 'volumev3', '/volumes', {
      body: { volume: { name: `${c.prefix}-v`, size: 1, metadata: { a: 'b' } } },
    })
  ).body.volume.id;
  await c.step('volume of no size', 'POST', 'volumev3', '/volumes', { body: { volume: { name: 'x' } } });
  await c.step('volume in no zone', 'POST', 'volumev3', '/volumes', {
    body: { volume: { size: 1, availability_zone: 'none' } },
  });
  await c.step('volume of no type', 'POST', 'volumev3', '/volumes', {
    body: { volume: { size: 1, volume_type: 'none' } },
  });
  await c.until('volume available', 'volumev3', `/volumes/${vol}`, ({ body }) => body.volume.status === 'available');
  const grow = (size: number) => ({ body: { 'os-extend': { new_size: size } } });
  await c.step('extend', 'POST', 'volumev3', `/volumes/${vol}/action`, grow(2));
  await c.until('extended', 'volumev3', `/volumes/${vol}`, ({ body }) => body.volume.status === 'available');
  await c.step('extend to less', 'POST', 'volumev3', `/volumes/${vol}/action`, grow(1));
  await c.until('active', 'compute', server, ({ body }) => body.server.status === 'ACTIVE', V);
  await c.step('server without a microversion', 'GET', 'compute', server);
  await c.step('servers by name', 'GET', 'compute', `/servers/detail?name=${c.prefix}`, V);
  const attach = (name: string, volumeId: string) =>
    c.step(name, 'POST', 'compute', `${server}/os-volume_attachments`, {
      ...V,
      body: { volumeAttachment: { volumeId } },
    });
  await attach('attach', vol);
  await c.until('volume in use', 'volumev3', `/volumes/${vol}`, ({ body }) => body.volume.status === 'in-use');
  await attach('attach twice', vol);
  await attach('attach none', NOBODY);
  await c.step('attachments', 'GET', 'compute', `${server}/os-volume_attachments`, V);
  await c.step('delete a volume in use', 'DELETE', 'volumev3', `/volumes/${vol}`);
  await c.step('detach', 'DELETE', 'compute', `${server}/os-volume_attachments/${vol}`, V);
  await c.until('volume free', 'volumev3', `/volumes/${vol}`, ({ body }) => body.volume.status === 'available');
  await c.step('detach twice', 'DELETE', 'compute', `${server}/os-volume_attachments/${vol}`, V);
  await c.step('a flavour', 'GET', 'compute', `/flavors/${small}`);
  await c.step('put metadata on', 'POST', 'compute', `${server}/metadata`, { body: { metadata: { c: 'd' } } });
  await c.step('rename the volume', 'PUT', 'volumev3', `/volumes/${vol}`, { body: { volume: { display_name: 'x' } } });
  await c.step('groups of the server', 'GET', 'compute', `${server}/os-security-groups`);
  const act = (name: string, body: object) => c.step(name, 'POST', 'compute', `${server}/action`, { ...V, body });
  const becomes = (status: string, name: string) =>
    c.until(
      name,
      'compute',
      server,
      ({ body: { server: one } }) => one.status === status && one['OS-EXT-STS:task_state'] === null,
      V,
    );
  await act('take a group off', { removeSecurityGroup: { name: 'default' } });
  await act('take it off twice', { removeSecurityGroup: { name: 'default' } });
  await act('put no group on', { addSecurityGroup: { name: NOBODY } });
  await act('put a group on', { addSecurityGroup: { name: 'default' } });
  await act('put it on twice', { addSecurityGroup: { name: 'default' } });
  await act('start what runs', { 'os-start': null });
  await act('stop', { 'os-stop': null });
  await becomes('SHUTOFF', 'stopped');
  await act('stop twice', { 'os-stop': null });
  await act('resize to the same', { resize: { flavorRef: small } });
  await act('resize to none', { resize: { flavorRef: NOBODY } });
  await act('confirm nothing', { confirmResize: null });
  await act('action that is not', { fly: null });
  await act('resize', { resize: { flavorRef: big } });
  await becomes('VERIFY_RESIZE', 'resized');
  await act('confirm', { confirmResize: null });
  await becomes('SHUTOFF', 'confirmed');
  await act('start', { 'os-start': null });
  await becomes('ACTIVE', 'started');
  await c.step('delete', 'DELETE', 'compute', server, V);
  await c.until('gone', 'compute', server, ({ status }) => status === 404, V);
  await c.step('delete twice', 'DELETE', 'compute', server, V);
  await c.step('delete the volume', 'DELETE', 'volumev3', `/volumes/${vol}`);
  await c.until('volume gone', 'volumev3', `/volumes/${vol}`, ({ status }) => status === 404);
  await c.step('delete no volume', 'DELETE', 'volumev3', `/volumes/${NOBODY}`);
  await c.step('marker that is not', 'GET', 'volumev3', `/volumes?limit=1&marker=${NOBODY}`);
  await c.step('marker of no server', 'GET', 'compute', `/servers?limit=1&marker=${NOBODY}`, V);
  await c.step('no image', 'GET', 'image', `/v2/images/${NOBODY}`);
  await c.step('no flavour', 'GET', 'compute', `/flavors/${NOBODY}`, V);
  await c.send('DELETE', c.url('network', `/v2.0/networks/${network}`));
}
