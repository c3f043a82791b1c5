import * as z from 'zod';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import { checkAddresses, freeAddress } from './addresses.js';
import { invalid } from './errors.js';
import { addRule, RuleInput, ruleRoutes } from './firewall-rules.js';
import { collectionOf, flag, read, sent, text } from './input.js';
import { addLan } from './lans.js';
import { PAGES } from './pages.js';
import type { LanRecord, NicRecord, ServerRecord } from './records.js';
import { paged, render } from './render.js';
import { nicNode } from './views.js';
import type { World } from './world.js';

const ips = z.array(z.string()).nullish();
const firewallType = z.enum(['INGRESS', 'EGRESS', 'BIDIRECTIONAL']).nullish();
const Properties = z.strictObject({
  name: text,
  lan: z.int().min(1),
  dhcp: flag,
  ips,
  firewallActive: flag,
  firewallType,
  mac: text,
});
const Change = Properties.partial();
export const NicInput = sent(Properties, z.strictObject({ firewallrules: collectionOf(RuleInput) }).nullish());

/** NICs and volumes that a server may have together (description of `POST …/volumes`, 2023-02). */
const MOST_ATTACHED = 24;

/** A new card on a server. A LAN that is not there is made with it. @throws Refusal where an address cannot be had */
export function addNic(world: World, server: ServerRecord, input: z.output<typeof NicInput>): NicRecord {
  const { properties, entities } = input;
  if (world.nicsOf(server.id).length + world.volumesOf(server.id).length >= MOST_ATTACHED)
    throw invalid('entities.nics', `a server has at most ${MOST_ATTACHED} NICs and volumes`);
  const lan = lanOf(world, server.datacenterId, properties.lan);
  const wanted = properties.ips ?? [];
  checkAddresses(world, lan, wanted);
  const serial = world.context.store.next('mac');
  const hex = serial.toString(16).padStart(6, '0');
  const nic: NicRecord = {
    ...world.base(),
    datacenterId: server.datacenterId,
    serverId: server.id,
    name: properties.name ?? '',
    lan: lan.number,
    dhcp: properties.dhcp ?? true,
    ips: wanted.length > 0 ? [...wanted] : [freeAddress(world, lan)],
    automatic: wanted.length === 0,
    firewallActive: properties.firewallActive ?? false,
    firewallType: properties.firewallType ?? 'INGRESS',
    mac: properties.mac ?? `02:01:ca:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`,
    securityGroups: [],
  };
  world.nics.put(nic.id, nic);
  for (const rule of entities?.firewallrules?.items ?? []) addRule(world, nic.id, rule.properties);
  return nic;
}

export function nics(world: World): Route[] {
  const path = '/datacenters/{datacenterId}/servers/{serverId}/nics';
  const server = ({ params }: CloudRequest) => world.server(params['datacenterId'], params['serverId']);
  const datacenter = ({ params }: CloudRequest) => world.datacenter(params['datacenterId']);
  const one = ({ params }: CloudRequest) => world.nic(params['datacenterId'], params['serverId'], params['nicId']);
  const changed = (request: CloudRequest, change: z.output<typeof Change>): Reply => {
    const nic = one(request);
    const lan = lanOf(world, nic.datacenterId, change.lan ?? nic.lan);
    const moved = lan.number !== nic.lan;
    if (change.ips !== undefined || moved) {
      const wanted = change.ips ?? [];
      checkAddresses(world, lan, wanted, nic);
      nic.lan = lan.number;
      nic.automatic = wanted.length === 0;
      nic.ips = wanted.length > 0 ? [...wanted] : addressesOf(world, lan, nic);
    }
    for (const name of ['name', 'dhcp', 'firewallActive', 'firewallType'] as const)
      if (change[name] != null) Object.assign(nic, { [name]: change[name] });
    world.touch(nic);
    const headers = world.provision(request, 'nic.update', datacenter(request), [nicNode(world, nic)]);
    return { status: 202, headers, body: render(request, nicNode(world, nic)) };
  };
  return [
    {
      method: 'GET',
      path,
      handle: (request) => {
        const cards = world.nicsOf(server(request).id).map((nic) => nicNode(world, nic));
        return { status: 200, body: paged(request, cards, PAGES) };
      },
    },
    {
      method: 'POST',
      path,
      handle: (request) => {
        const nic = addNic(world, server(request), read(request, NicInput));
        const headers = world.provision(request, 'nic.create', datacenter(request), [nicNode(world, nic)]);
        return { status: 202, headers, body: render(request, nicNode(world, nic)) };
      },
    },
    {
      method: 'GET',
      path: `${path}/{nicId}`,
      handle: (request) => ({ status: 200, body: render(request, nicNode(world, one(request))) }),
    },
    { method: 'PATCH', path: `${path}/{nicId}`, handle: (request) => changed(request, read(request, Change)) },
    {
      method: 'PUT',
      path: `${path}/{nicId}`,
      handle: (request) => changed(request, read(request, NicInput).properties),
    },
    {
      method: 'DELETE',
      path: `${path}/{nicId}`,
      handle: (request) => {
        const nic = one(request);
        nic.leaving = true;
        const effects = [{ do: 'remove', collection: 'nics', key: nic.id }] as const;
        const headers = world.provision(request, 'nic.delete', datacenter(request), [nicNode(world, nic)], effects);
        return { status: 202, headers };
      },
    },
    ...ruleRoutes(
      world,
      `${path}/{nicId}/firewallrules`,
      (request) => one(request).id,
      (request, rule, gone) => {
        const effects = gone ? ([{ do: 'remove', collection: 'rules', key: rule.id }] as const) : [];
        world.touch(one(request));
        return world.provision(
          request,
          'firewall.change',
          datacenter(request),
          [nicNode(world, one(request))],
          effects,
        );
      },
    ),
  ];
}

/** What a card has when it is left to the vendor: none while its server is off, on a public LAN. */
function addressesOf(world: World, lan: LanRecord, nic: NicRecord): string[] {
  const off = world.servers.get(nic.serverId)?.vmState === 'SHUTOFF';
  return lan.public && off ? [] : [freeAddress(world, lan)];
}

function lanOf(world: World, datacenterId: string, number: number): LanRecord {
  return (
    world.lans.get(`${datacenterId}/${number}`) ?? addLan(world, world.datacenter(datacenterId), { name: '' }, number)
  );
}
