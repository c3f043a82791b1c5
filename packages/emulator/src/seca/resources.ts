import type { CloudRequest, Reply, Route } from '../core/http.js';
import { IMAGES, REGIONS } from './catalogue.js';
import { check, mustBeFree, subnetsOf } from './checks.js';
import { missing, Refusal, unmet, wrong } from './errors.js';
import { factsOf, KINDS, type Kind } from './kinds.js';
import { listed } from './listing.js';
import type { Json, State, Thing } from './records.js';
import { shown } from './view.js';
import { keyOf, type Step, type Where, type World } from './world.js';

const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** The life of every type of resource: they differ in where they stand and in what their spec may be. */
export function resources(world: World): Route[] {
  return (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
    const { provider, path, inside, everywhere } = factsOf(kind);
    const above = {
      tenant: '',
      workspace: '/workspaces/{workspace}',
      network: '/workspaces/{workspace}/networks/{network}',
    }[inside];
    const all = `${everywhere ? '' : '/{region}'}/providers/seca.${provider}/v1/tenants/{tenant}${above}/${path}`;
    const one = `${all}/{name}`;
    const at = (request: CloudRequest) => whereOf(world, request, kind);
    const there = (request: CloudRequest): Thing => {
      const where = at(request);
      const found = world.at(where);
      if (!found) throw missing(`${kind} ${where.name}`);
      mustBeVersion(request, found);
      return found;
    };
    const routes: Route[] = [
      { method: 'GET', path: all, handle: (request) => ok(list(world, request, kind)) },
      {
        method: 'GET',
        path: one,
        handle: (request) => ok(vendorImage(request, kind) ?? shown(world, there(request), 'GET')),
      },
      { method: 'PUT', path: one, handle: (request) => put(world, request, at(request)) },
      { method: 'DELETE', path: one, handle: (request) => remove(world, there(request)) },
    ];
    return kind === 'instance' ? [...routes, ...power(world, one, there)] : routes;
  });
}

function put(world: World, request: CloudRequest, where: Pick<Thing, Where>): Reply {
  const body = request.body as Partial<Record<'labels' | 'annotations' | 'extensions' | 'spec' | 'metadata', Json>>;
  const prior = world.at(where);
  if (prior?.deleted) throw unmet(`${prior.name} is being deleted`);
  if (where.name.length > 128 || !NAME.test(where.name)) throw wrong('/metadata/name', 'the name is not valid');
  mustBeVersion(request, prior);
  if (body.metadata?.['region'] && body.metadata['region'] !== where.region)
    throw wrong('/metadata/region', 'the region is another');
  const texts = (given: Json | undefined, most: number, pointer: string): Json => {
    for (const [key, value] of Object.entries(given ?? {}))
      if (typeof value !== 'string' || value.length > most)
        throw wrong(`${pointer}/${key}`, `the value has more than ${most} characters`);
    return given ?? {};
  };
  const parsed = factsOf(where.kind).spec.safeParse(body.spec ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw wrong(`/spec/${issue?.path.join('/')}`, issue?.message ?? 'the spec is not valid');
  }
  const stamp = world.stamp();
  const wanted: Thing = {
    created: stamp,
    version: 0,
    state: 'pending',
    conditions: [],
    ...prior,
    ...where,
    labels: texts(body.labels, 63, '/labels'),
    annotations: texts(body.annotations, 1024, '/annotations'),
    extensions: texts(body.extensions, 1024, '/extensions'),
    spec: parsed.data as Json,
    modified: stamp,
  };
  if (
    where.workspace &&
    !isThere(world, { ...where, kind: 'workspace', workspace: '', network: '', name: where.workspace })
  )
    throw wrong('/metadata/workspace', 'the workspace does not exist');
  if (where.network && !isThere(world, { ...where, kind: 'network', network: '', name: where.network }))
    throw wrong('/metadata/network', 'the network does not exist');
  if (prior) mustStay(prior, wanted);
  else world.mustFit(where.kind);
  check(world, wanted);
  wanted.version += 1;
  if (!prior && where.kind === 'public-ip') wanted.address = addressFor(world, wanted);
  world.things.put(keyOf(where), wanted);
  begin(world, wanted, prior);
  return { status: prior ? 200 : 201, body: shown(world, wanted, 'PUT') };
}

/** Lets the change take its time; one that comes before the one before is over takes its place. */
function begin(world: World, thing: Thing, prior: Thing | undefined): void {
  const key = keyOf(thing);
  if (prior && prior.state !== 'active' && prior.state !== 'error') return;
  for (const state of (prior ? ['updating'] : ['pending', 'creating']) as State[]) world.move(thing, state);
  // The conformance suite wants these to be over when they are answered.
  if (prior && thing.kind !== 'instance' && thing.kind !== 'block-storage') {
    world.move(thing, 'active');
    return;
  }
  const own = `${thing.kind}.create`;
  const create = own === 'instance.create' || own === 'block-storage.create' ? own : 'create';
  world.later(prior ? 'update' : create, key);
}

function remove(world: World, thing: Thing): Reply {
  if (thing.deleted) return { status: 202 };
  mustBeFree(world, thing);
  // The subnets of a network go with it.
  const along = thing.kind === 'network' ? subnetsOf(world, thing) : [];
  for (const subnet of along) mustBeFree(world, subnet);
  for (const one of [...along, thing]) {
    one.deleted = world.stamp();
    one.modified = one.deleted;
    one.version += 1;
    const key = keyOf(one);
    world.forget(key);
    world.move(one, 'deleting');
    world.later(one.kind === 'instance' ? 'instance.delete' : 'delete', key);
  }
  return { status: 202 };
}

/** What an instance becomes, and of what it must not be that already. A restart ends as it began. */
const ORDERS = { start: ['on', 'off'], stop: ['off', 'on'], restart: ['on', 'on'] } as const;

function power(world: World, one: string, there: (request: CloudRequest) => Thing): Route[] {
  return Object.entries(ORDERS).map(([order, [next, now]]) => ({
    method: 'POST',
    path: `${one}/${order}`,
    handle: (request: CloudRequest): Reply => {
      const thing = there(request);
      if (thing.deleted) throw unmet(`${thing.name} is being deleted`);
      if ((thing.powerNext ?? thing.power ?? 'off') !== now)
        throw unmet(`an instance that is ${next === 'on' && now === 'off' ? 'on' : 'off'} cannot ${order}`);
      const step: Step = 'instance.power';
      thing.powerNext = next;
      thing.version += 1;
      thing.modified = world.stamp();
      world.forget(keyOf(thing));
      world.move(thing, 'updating');
      world.later(step, keyOf(thing));
      return { status: 202 };
    },
  }));
}

function list(world: World, request: CloudRequest, kind: Kind): Json {
  const { region, tenant, workspace, network } = whereOf(world, request, kind);
  const same = (one: Thing) =>
    one.kind === kind &&
    one.region === region &&
    one.tenant === tenant &&
    one.workspace === workspace &&
    one.network === network;
  const things = world.things.filter(same).map((thing) => shown(world, thing, 'GET'));
  const images = kind === 'image' ? IMAGES.map((image) => imageOf(image, region, tenant)) : [];
  const { provider, path } = factsOf(kind);
  return listed(request, `seca.${provider}`, `${network ? `networks/${network}/` : ''}${path}`, [...things, ...images]);
}

/** The place that a request names. @throws Refusal for a region or a tenant that is none */
export function whereOf(world: World, { params }: CloudRequest, kind: Kind): Pick<Thing, Where> {
  const { region = '', tenant = '', workspace = '', network = '', name = '' } = params;
  if (!factsOf(kind).everywhere && !(region in REGIONS)) throw missing(`region ${region}`);
  if (tenant !== world.context.credentials['tenant'])
    throw new Refusal(403, `the token is none of the tenant ${tenant}`);
  return { kind, region, tenant, workspace, network, name };
}

function vendorImage({ params }: CloudRequest, kind: Kind): Json | undefined {
  const found = kind === 'image' ? IMAGES.find(({ name }) => name === params['name']) : undefined;
  return found && imageOf(found, String(params['region']), String(params['tenant']));
}

function imageOf({ name, architecture, sizeGB }: (typeof IMAGES)[number], region: string, tenant: string): Json {
  const since = '2026-01-01T00:00:00.000Z';
  return {
    metadata: {
      name,
      provider: 'seca.storage/v1',
      resource: `images/${name}`,
      ref: `seca.storage/v1/tenants/${tenant}/images/${name}`,
      kind: 'image',
      apiVersion: 'v1',
      verb: 'GET',
      tenant,
      region,
      resourceVersion: 1,
      createdAt: since,
      lastModifiedAt: since,
    },
    labels: {},
    spec: {
      blockStorageRef: { resource: `block-storages/${name}`, workspace: 'vendor' },
      cpuArchitecture: architecture,
      initializer: 'cloudinit-22',
    },
    status: { state: 'active', conditions: [{ state: 'active', lastTransitionAt: since }], sizeMB: sizeGB * 1000 },
  };
}

function isThere(world: World, where: Pick<Thing, Where>): boolean {
  const found = world.at(where);
  return found !== undefined && found.deleted === undefined;
}

function mustStay(prior: Thing, wanted: Thing): void {
  // Nothing is lost with an instance that was never on: the conformance suite moves one to another zone.
  const free = prior.kind === 'instance' && prior.powerSince === undefined && !prior.powerNext ? ['zone'] : [];
  for (const field of factsOf(prior.kind).fixed ?? [])
    if (!free.includes(field) && JSON.stringify(prior.spec[field]) !== JSON.stringify(wanted.spec[field]))
      throw wrong(`/spec/${field}`, `${field} is immutable`);
  if (Number(wanted.spec['sizeGB']) < Number(prior.spec['sizeGB']))
    throw wrong('/spec/sizeGB', 'it cannot be decreased');
}

/** The optimistic lock. */
function mustBeVersion({ headers }: CloudRequest, thing: Thing | undefined): void {
  const version = headers['if-unmodified-since'];
  if (version !== undefined && Number(version) !== thing?.version)
    throw unmet(`the version is ${thing?.version ?? 'none'}`);
}

function addressFor(world: World, { spec }: Thing): string {
  if (typeof spec['address'] === 'string') return spec['address'];
  const number = world.context.store.next('addresses');
  return spec['version'] === 'IPv4' ? `203.0.113.${number}` : `2001:db8::${number.toString(16)}`;
}

const ok = (body: unknown): Reply => ({ status: 200, body });
