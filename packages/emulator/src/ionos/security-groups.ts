import * as z from 'zod';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import { SECURITY_GROUPS } from './contracts.js';
import { inUse, invalid, notFound, overLimit } from './errors.js';
import { addRule, RuleInput, ruleRoutes } from './firewall-rules.js';
import { collectionOf, read, sent, text } from './input.js';
import { PAGES } from './pages.js';
import { paged, render, whole } from './render.js';
import { members, nicNode, securityGroupNode } from './views.js';
import type { World } from './world.js';

const { perDatacenter: PER_DATACENTER, perNic: PER_NIC, rules: RULES } = SECURITY_GROUPS;

const Properties = z.strictObject({ name: z.string(), description: text });
const Input = sent(Properties, z.strictObject({ rules: collectionOf(RuleInput) }).nullish());
const Ids = z.union([
  z.strictObject({ ids: z.array(z.string()) }),
  z.strictObject({ items: z.array(z.object({ id: z.string() })) }),
]);

export function securityGroups(world: World): Route[] {
  const path = '/datacenters/{datacenterId}/securitygroups';
  const datacenter = ({ params }: CloudRequest) => world.datacenter(params['datacenterId']);
  const one = ({ params }: CloudRequest) => world.securityGroup(params['datacenterId'], params['securityGroupId']);
  const changed = (request: CloudRequest, change: Partial<z.output<typeof Properties>>): Reply => {
    const group = one(request);
    if (change.name != null) group.name = change.name;
    if (change.description != null) group.description = change.description;
    world.touch(group);
    const headers = world.provision(request, 'firewall.change', datacenter(request), [securityGroupNode(world, group)]);
    return { status: 202, headers, body: render(request, securityGroupNode(world, group)) };
  };
  return [
    {
      method: 'GET',
      path,
      handle: (request) => {
        const { id } = datacenter(request);
        const inside = world.securityGroups.filter(({ datacenterId }) => datacenterId === id);
        return {
          status: 200,
          body: paged(
            request,
            inside.map((group) => securityGroupNode(world, group)),
            PAGES,
          ),
        };
      },
    },
    {
      method: 'POST',
      path,
      handle: (request) => {
        const { properties, entities } = read(request, Input);
        const { id: datacenterId } = datacenter(request);
        const most = world.context.quota('security-groups') ?? PER_DATACENTER;
        if (world.securityGroups.filter((one) => one.datacenterId === datacenterId).length >= most)
          throw overLimit('security groups', most);
        const base = world.base();
        const group = { ...base, datacenterId, name: properties.name, description: properties.description ?? '' };
        if ((entities?.rules?.items.length ?? 0) > RULES) throw invalid('entities.rules', `at most ${RULES} rules`);
        for (const rule of entities?.rules?.items ?? []) addRule(world, group.id, rule.properties, RULES);
        world.securityGroups.put(group.id, group);
        const headers = world.provision(request, 'firewall.change', datacenter(request), [
          securityGroupNode(world, group),
        ]);
        return { status: 202, headers, body: render(request, securityGroupNode(world, group)) };
      },
    },
    {
      method: 'GET',
      path: `${path}/{securityGroupId}`,
      handle: (request) => ({ status: 200, body: render(request, securityGroupNode(world, one(request))) }),
    },
    {
      method: 'PATCH',
      path: `${path}/{securityGroupId}`,
      handle: (request) => changed(request, read(request, Properties.partial())),
    },
    {
      method: 'DELETE',
      path: `${path}/{securityGroupId}`,
      handle: (request) => {
        const group = one(request);
        if (members(world, group).some(({ leaving }) => !leaving))
          throw inUse(`security group ${group.name} is in use`);
        group.leaving = true;
        const effects = [{ do: 'remove', collection: 'securityGroups', key: group.id }] as const;
        const headers = world.provision(
          request,
          'firewall.change',
          datacenter(request),
          [securityGroupNode(world, group)],
          effects,
        );
        return { status: 202, headers };
      },
    },
    ...ruleRoutes(
      world,
      `${path}/{securityGroupId}/rules`,
      (request) => one(request).id,
      (request, rule, gone) => {
        const effects = gone ? ([{ do: 'remove', collection: 'rules', key: rule.id }] as const) : [];
        world.touch(one(request));
        return world.provision(
          request,
          'firewall.change',
          datacenter(request),
          [securityGroupNode(world, one(request))],
          effects,
        );
      },
      RULES,
    ),
    {
      method: 'PUT',
      path: '/datacenters/{datacenterId}/servers/{serverId}/nics/{nicId}/securitygroups',
      handle: (request) => {
        const { datacenterId, serverId, nicId } = request.params;
        const nic = world.nic(datacenterId, serverId, nicId);
        const input = read(request, Ids);
        const ids = [...new Set('ids' in input ? input.ids : input.items.map(({ id }) => id))];
        if (ids.length > PER_NIC) throw invalid('ids', `a NIC is a member of at most ${PER_NIC} security groups`);
        const groups = ids.map((id) => world.securityGroup(datacenterId, id));
        if (groups.some(({ leaving }) => leaving)) throw notFound();
        nic.securityGroups = ids;
        world.touch(nic);
        const headers = world.provision(request, 'firewall.change', datacenter(request), [nicNode(world, nic)]);
        return {
          status: 202,
          headers,
          body: whole(
            request,
            groups.map((group) => securityGroupNode(world, group)),
          ),
        };
      },
    },
  ];
}
