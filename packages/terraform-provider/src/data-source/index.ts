import { type AnyKind, CloudError } from '@hansa/sdk';
import type { ClientContext, DataSource, ObjectValue, Schema } from '@hansa/terraform-plugin';
import { type Client, collectionOf } from '../configure/client.js';
import { knownKind } from '../resource/index.js';
import { stateOf } from '../resource/state.js';
import type { ModelValues } from '../values/index.js';

/** The data source of a kind: looks up one that is there. */
export function dataSourceOf(name: string, schema: Schema): DataSource<Schema, Client> {
  const kind = knownKind(name);
  return {
    schema,
    read: (config, context) => lookUp(kind, schema, config, context),
  };
}

async function lookUp(
  kind: AnyKind,
  schema: Schema,
  config: ObjectValue,
  context: ClientContext<Client>,
): Promise<ObjectValue> {
  const { cloud = null, id = null, name = null } = config;
  const region = config['region'] ?? null;
  const where = { cloud: String(cloud), kind: kind.name };
  const found = id !== null ? await byId(kind, config, context) : await byName(kind, config, context);
  const [first, ...others] = found;
  if (id === null && name === null) {
    throw new CloudError('invalid', { ...where, message: 'neither id nor name', next: ['give id, or name'] });
  }
  if (!first) {
    const what = [id, name && `"${name}"`, region && `in ${region}`].filter(Boolean).join(' ');
    throw new CloudError('not-found', {
      ...where,
      attribute: [id !== null ? 'id' : 'name'],
      message: `there is no ${what}`,
      next: ['check id, name and region, and that the credentials are of the right project'],
    });
  }
  if (others.length > 0) {
    throw new CloudError('conflict', {
      ...where,
      attribute: ['name'],
      message: `${found.length} are named "${name}"`,
      next: [`give the id: ${found.map((one) => one['id']).join(' or ')}`],
    });
  }
  const state = stateOf(kind, schema, cloud, first);
  return Object.fromEntries(Object.entries(state).filter(([key]) => key in schema.attributes));
}

async function byId(
  kind: AnyKind,
  config: ObjectValue,
  { client, signal }: ClientContext<Client>,
): Promise<ModelValues[]> {
  const collection = collectionOf(client, config['cloud'], kind);
  const seen = await collection.read(String(config['id']), said(config) as never, { signal });
  return seen && matches(seen, config) ? [seen] : [];
}

/** By name, and where one is given by region: a place, or a country that it lies in. */
async function byName(
  kind: AnyKind,
  config: ObjectValue,
  { client, signal }: ClientContext<Client>,
): Promise<ModelValues[]> {
  if ((config['name'] ?? null) === null) return [];
  const collection = collectionOf(client, config['cloud'], kind);
  const named = (await collection.list({}, { signal })).filter(
    (one) => (one as ModelValues)['name'] === config['name'],
  );
  const told = await Promise.all(named.map((one) => collection.read(one.id, said(config) as never, { signal })));
  return told.filter((one) => one !== null && matches(one, config)) as ModelValues[];
}

/** The SDK keeps the caller's word for a region exactly where the thing stands in it. */
function said(config: ObjectValue): ModelValues {
  return (config['region'] ?? null) === null ? {} : { region: config['region'] };
}

function matches(seen: ModelValues, config: ObjectValue): boolean {
  return ['name', 'region'].every((key) => (config[key] ?? null) === null || seen[key] === config[key]);
}
