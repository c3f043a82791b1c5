import * as z from 'zod';
import type { CloudRequest, Reply, Route } from '../../core/http.js';
import { fault } from '../errors.js';
import type { GroupRecord, RuleRecord, ServerRecord } from '../records.js';
import type { World } from '../world.js';
import { serverOf } from './servers.js';
import { microversionOf } from './versions.js';

/** The last microversion in which Nova hands on what Neutron knows (Nova's API history, 2.36, read 2026-11). */
const LAST = 2035;

/** Neutron's groups as Nova tells them to clients of old microversions: the command line asks so for the id of a name. */
export function computeGroups(world: World): Route[] {
  const handedOn =
    (answer: (request: CloudRequest) => object) =>
    (request: CloudRequest): Reply => {
      const version = microversionOf(request);
      if (version <= LAST) return { status: 200, body: answer(request) };
      throw fault(404, `API version '2.${version - 2000}' is not supported on this method.`);
    };
  const all = () => world.groups.list().map((one) => shown(world, one));
  return [
    { method: 'GET', path: '/os-security-groups', handle: handedOn(() => ({ security_groups: all() })) },
    {
      method: 'GET',
      path: '/os-security-groups/{id}',
      handle: handedOn(({ params }) => {
        const found = world.groups.get(params['id']!);
        if (!found) throw fault(404, `Security group ${params['id']} not found.`);
        return { security_group: shown(world, found) };
      }),
    },
    {
      method: 'GET',
      path: '/servers/{id}/os-security-groups',
      handle: ({ params }) => {
        const { portIds } = serverOf(world, params['id']!);
        const ids = new Set(portIds.flatMap((port) => world.ports.get(port)?.groups ?? []));
        return { status: 200, body: { security_groups: all().filter(({ id }) => ids.has(id)) } };
      },
    },
  ];
}

const shape = z.looseObject({ name: z.string().min(1) });

/** Puts a group, by its id or name, on all of a server's ports, or takes it off. */
export const GROUP_ACTIONS: Readonly<Record<string, (world: World, server: ServerRecord, given: unknown) => void>> = {
  addSecurityGroup(world, server, given) {
    const { id } = groupOf(world, given);
    const ports = portsOf(world, server).filter(({ groups }) => !groups.includes(id));
    if (ports.length === 0)
      throw fault(400, `Security group ${id} is already associated with the instance ${server.id}`);
    for (const port of ports) port.groups = [...port.groups, id];
  },
  removeSecurityGroup(world, server, given) {
    const { id } = groupOf(world, given);
    const ports = portsOf(world, server).filter(({ groups }) => groups.includes(id));
    if (ports.length === 0) throw fault(404, `Security group ${id} not associated with the instance ${server.id}`);
    for (const port of ports) port.groups = port.groups.filter((one) => one !== id);
  },
};

function portsOf(world: World, { portIds }: ServerRecord) {
  return portIds.flatMap((id) => world.ports.get(id) ?? []);
}

function groupOf(world: World, given: unknown): GroupRecord {
  const parsed = shape.safeParse(given);
  if (!parsed.success) throw fault(400, 'Missing parameter dict');
  const { name } = parsed.data;
  const found = world.groups.get(name) ?? world.groups.find((one) => one.name === name);
  if (!found) throw fault(404, `Security group ${name} not found.`);
  return found;
}

function shown(world: World, { id, name, description }: GroupRecord) {
  const rules = world.rules.filter(({ groupId, direction }) => groupId === id && direction === 'ingress');
  return { id, name, description, tenant_id: world.projectId, rules: rules.map((one) => shownRule(world, one)) };
}

function shownRule(
  world: World,
  { id, groupId, protocol, portMin, portMax, cidr, ethertype, remoteGroupId }: RuleRecord,
) {
  const remote = remoteGroupId === null ? undefined : world.groups.get(remoteGroupId);
  const anywhere = ethertype === 'IPv4' ? '0.0.0.0/0' : '::/0';
  return {
    id,
    parent_group_id: groupId,
    ip_protocol: protocol,
    from_port: portMin,
    to_port: portMax,
    group: remote ? { name: remote.name, tenant_id: world.projectId } : {},
    ip_range: remote ? {} : { cidr: cidr ?? anywhere },
  };
}
