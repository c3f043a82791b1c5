import * as z from 'zod';
import type { Route } from '../../core/http.js';
import type { Action, ActionResource } from '../actions.js';
import { HetznerError, invalidInput, limitExceeded } from '../errors.js';
import { firewallsByServer, firewallViewer } from '../firewall-reach.js';
import { rulesShape } from '../firewall-rules.js';
import { id, labels, name, read } from '../input.js';
import { parseSelector } from '../query/label-selector.js';
import type { Application, Firewall } from '../records.js';
import { deleteRoute, type ResourceKind, readRoutes, updateRoute } from '../resource.js';
import { created, post } from '../routes.js';
import type { World } from '../world.js';

const target = z.discriminatedUnion('type', [
  z.object({ type: z.literal('server'), server: z.object({ id }) }),
  z.object({ type: z.literal('label_selector'), label_selector: z.object({ selector: z.string().min(1) }) }),
]);
type Target = z.output<typeof target>;

const createBody = z.object({
  name,
  labels: labels.default({}),
  rules: rulesShape.default([]),
  apply_to: z.array(target).nullish(),
});
const rulesBody = z.object({ rules: rulesShape });
const applyBody = z.object({ apply_to: z.array(target).min(1) });
const removeBody = z.object({ remove_from: z.array(target).min(1) });

/** docs.hetzner.com, cloud, firewalls, limits: five on a server, those of selectors counted. */
const MAX_ON_SERVER = 5;

export function firewallRoutes(world: World): Route[] {
  const kind: ResourceKind<Firewall> & { type: 'firewall' } = {
    path: '/firewalls',
    one: 'firewall',
    many: 'firewalls',
    label: 'firewall',
    type: 'firewall',
    collection: world.firewalls,
    view: () => firewallViewer(world),
  };
  const must = (text: string) => world.must(world.firewalls, 'firewall', text);
  const actionsOf = (actions: Action[]) => created({ actions: actions.map((action) => world.show(action)) });
  const unchanging = (firewall: Firewall) => {
    // The vendor answers `conflict` while another change runs; applying by server creation does not count as one.
    world.actions.mustBeFree([resourceOf(firewall)]);
  };
  world.actions.onFinish('apply_firewall', ({ data }) => {
    const firewall = world.firewalls.get(Number(data['firewall']));
    for (const application of firewall?.applied_to ?? []) {
      if (targetKey(application) === data['target']) application.pending = false;
    }
  });
  world.actions.onFinish('remove_firewall', ({ data }) => {
    const firewall = world.firewalls.get(Number(data['firewall']));
    if (firewall)
      firewall.applied_to = firewall.applied_to.filter((application) => targetKey(application) !== data['target']);
  });

  return [
    ...readRoutes(world, kind),
    post('/firewalls', (request) => {
      const body = read(request, createBody);
      world.mustBeUnique(world.firewalls, 'firewall', body.name);
      world.mustFit('firewalls', 'firewall', world.firewalls.size);
      const targets = body.apply_to ?? [];
      mustBeApplicable(world, undefined, targets, 422);
      const newId = world.newId('firewall');
      const firewall = world.firewalls.put(newId, {
        id: newId,
        name: body.name,
        created: world.now(),
        labels: body.labels,
        rules: body.rules,
        applied_to: [],
      });
      const rules = world.actions.begin({ command: 'set_firewall_rules', resources: [resourceOf(firewall)] });
      const actions = [rules, ...targets.map((wanted) => apply(world, firewall, wanted))];
      return created({ firewall: kind.view()(firewall), actions: actions.map((action) => world.show(action)) });
    }),
    updateRoute(world, kind, { apply: unchanging }),
    deleteRoute(world, kind, (firewall) => {
      unchanging(firewall);
      if (firewall.applied_to.length > 0) {
        throw new HetznerError('resource_in_use', `firewall with ID ${firewall.id} is still in use`);
      }
    }),
    post('/firewalls/{id}/actions/set_rules', (request) => {
      const firewall = must(request.params['id']!);
      const { rules } = read(request, rulesBody);
      unchanging(firewall);
      firewall.rules = rules;
      const set = world.actions.begin({ command: 'set_firewall_rules', resources: [resourceOf(firewall)] });
      const renew = firewall.applied_to.flatMap((application) =>
        application.type === 'server' ? [apply(world, firewall, application)] : [],
      );
      return actionsOf([set, ...renew]);
    }),
    post('/firewalls/{id}/actions/apply_to_resources', (request) => {
      const firewall = must(request.params['id']!);
      const { apply_to } = read(request, applyBody);
      unchanging(firewall);
      mustBeApplicable(world, firewall, apply_to, 404);
      return actionsOf(apply_to.map((wanted) => apply(world, firewall, wanted)));
    }),
    post('/firewalls/{id}/actions/remove_from_resources', (request) => {
      const firewall = must(request.params['id']!);
      const { remove_from } = read(request, removeBody);
      unchanging(firewall);
      for (const unwanted of remove_from) mustBeApplied(world, firewall, unwanted);
      const actions = remove_from.map((unwanted) =>
        world.actions.begin({
          command: 'remove_firewall',
          resources: resourcesOf(firewall, unwanted),
          data: { firewall: firewall.id, target: targetKey(unwanted) },
        }),
      );
      return actionsOf(actions);
    }),
  ];
}

/** Applies a firewall, as an action; to what it is applied to already it brings changed rules. */
export function apply(world: World, firewall: Firewall, wanted: Target, after?: Action): Action {
  const key = targetKey(wanted);
  if (!firewall.applied_to.some((application) => targetKey(application) === key)) {
    firewall.applied_to.push({ ...wanted, pending: true });
  }
  return world.actions.begin({
    command: 'apply_firewall',
    resources: resourcesOf(firewall, wanted),
    data: { firewall: firewall.id, target: key },
    after,
  });
}

function mustBeApplicable(
  world: World,
  firewall: Firewall | undefined,
  targets: readonly Target[],
  missing: number,
): void {
  const byServer = firewallsByServer(world);
  const seen = new Set(firewall?.applied_to.map(targetKey));
  for (const wanted of targets) {
    const key = targetKey(wanted);
    if (seen.has(key)) {
      const code = firewall ? 'firewall_already_applied' : 'server_already_added';
      throw new HetznerError(code, `firewall is already applied to ${key}`);
    }
    seen.add(key);
    if (wanted.type === 'label_selector') {
      if (!parseSelector(wanted.label_selector.selector))
        throw invalidInput({ 'label_selector.selector': 'invalid label selector' });
      continue;
    }
    const server = world.servers.get(wanted.server.id);
    if (!server) throw new HetznerError('firewall_resource_not_found', `${key} not found`, null, missing);
    if (!world.primaryIps.find((ip) => ip.assignee_id === server.id)) {
      throw new HetznerError('private_net_only_server', 'server has no public interface');
    }
    mustTakeFirewalls(byServer.get(server.id)?.length ?? 0, 1);
  }
}

/** @throws HetznerError `resource_limit_exceeded` where a server would have more firewalls than it can. */
export function mustTakeFirewalls(has: number, more: number): void {
  if (has + more > MAX_ON_SERVER) throw limitExceeded('server firewall');
}

function mustBeApplied(world: World, firewall: Firewall, unwanted: Target): void {
  const key = targetKey(unwanted);
  if (firewall.applied_to.some((application) => targetKey(application) === key)) return;
  const bySelector =
    unwanted.type === 'server' &&
    firewallsByServer(world)
      .get(unwanted.server.id)
      ?.some((entry) => entry.id === firewall.id);
  if (bySelector) {
    throw new HetznerError(
      'firewall_managed_by_label_selector',
      'firewall is applied by a label selector and cannot be removed',
    );
  }
  throw new HetznerError('firewall_resource_not_found', `firewall is not applied to ${key}`, null, 404);
}

function targetKey(of: Target | Application): string {
  return of.type === 'server' ? `server ${of.server.id}` : `label selector ${of.label_selector.selector}`;
}

function resourceOf(firewall: Firewall): ActionResource {
  return { id: firewall.id, type: 'firewall' };
}

function resourcesOf(firewall: Firewall, wanted: Target): ActionResource[] {
  return wanted.type === 'server'
    ? [resourceOf(firewall), { id: wanted.server.id, type: 'server' }]
    : [resourceOf(firewall)];
}
