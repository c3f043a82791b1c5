import { type AnyKind, CloudError } from '@hansa/sdk';
import type { ObjectValue, ResourceContext, Schema } from '@hansa/terraform-plugin';
import { type Client, collectionOf } from '../configure/client.js';
import { inWordsOf, valuesAt } from './candidates.js';
import { markImported, priorOf } from './imported.js';
import { saidBefore } from './plan.js';
import { stateOf } from './state.js';

/** The thing as it is, in the state's words where they mean the same; null when it is gone. */
export async function read(
  kind: AnyKind,
  schema: Schema,
  state: ObjectValue,
  { client, privateState, signal }: ResourceContext<Client>,
): Promise<ObjectValue | null> {
  const { cloud = null, id = null } = state;
  if (id === null) return null;
  try {
    const prior = valuesAt(kind, cloud, priorOf(kind, state, privateState), state, client);
    const seen = await collectionOf(client, cloud, kind).read(String(id), prior, { signal });
    return seen && inWordsOf(kind, state, stateOf(kind, schema, cloud, seen), client);
  } catch (error) {
    if (saidBefore(client, String(cloud), error)) return state;
    throw error;
  }
}

/** From `<cloud>/<the vendor's own id>`. */
export async function importById(
  kind: AnyKind,
  schema: Schema,
  id: string,
  { client, privateState, signal }: ResourceContext<Client>,
): Promise<ObjectValue> {
  const what = kind.name.replace('_', ' ');
  const [cloud = '', ...rest] = id.split('/');
  if (cloud === '' || rest.join('/') === '') throw wrongForm(id, what, client.hansa.clouds);
  const seen = await collectionOf(client, cloud, kind).read(id, {}, { signal });
  if (!seen) throw notThere(id, what, cloud);
  markImported(privateState, true);
  return inWordsOf(kind, {}, stateOf(kind, schema, cloud, seen), client);
}

function wrongForm(id: string, what: string, clouds: readonly string[]): CloudError {
  const examples = clouds.map((cloud) => `${cloud}/${id || '<id>'}`);
  return new CloudError('invalid', {
    message: `"${id}" is no id to import a ${what} by`,
    next: [`give <cloud>/<the vendor's own id of the ${what}>: ${examples.join(' or ')}`],
  });
}

function notThere(id: string, what: string, cloud: string): CloudError {
  return new CloudError('not-found', {
    cloud,
    message: `there is no ${what} ${id}, or the credentials do not see it`,
    next: [
      `look up the id with the cloud's own console or command line tool`,
      'check that the credentials are of the right project',
    ],
  });
}
