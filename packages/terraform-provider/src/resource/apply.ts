import type { AnyKind } from '@hansa/sdk';
import type {
  ApplyContext,
  CreateInput,
  ObjectValue,
  ResourceContext,
  Schema,
  UpdateInput,
} from '@hansa/terraform-plugin';
import { type Client, collectionOf } from '../configure/client.js';
import { markImported, priorOf } from './imported.js';
import { promised, wanted } from './spec.js';
import { settledState, stateOf } from './state.js';

/** Makes it, or takes over what an interrupted create of the same owner and name left. */
export async function create(
  kind: AnyKind,
  schema: Schema,
  { config, plan }: CreateInput<Schema>,
  { client, signal, saved, afterReply }: ApplyContext<Client, Schema>,
): Promise<ObjectValue> {
  const { cloud = null } = plan;
  const { state, finish } = await collectionOf(client, cloud, kind).begin({
    spec: wanted(kind, config, plan),
    chosen: promised(kind, config, plan),
    onCreated: (id) => saved({ cloud, id }),
    signal,
  });
  // The mark "unfinished" comes off when Terraform has the id: killed before that, the next apply takes the thing over.
  afterReply(finish);
  return settledState(kind, stateOf(kind, schema, cloud, state), config, plan);
}

/** Changes it in place. */
export async function update(
  kind: AnyKind,
  schema: Schema,
  { config, plan, state: prior }: UpdateInput<Schema>,
  { client, signal, privateState }: ApplyContext<Client, Schema>,
): Promise<ObjectValue> {
  const { cloud = null } = plan;
  const state = await collectionOf(client, cloud, kind).change({
    prior: priorOf(kind, prior, privateState),
    spec: wanted(kind, config, plan),
    chosen: promised(kind, config, plan),
    signal,
  });
  markImported(privateState, false);
  return settledState(kind, stateOf(kind, schema, cloud, state), config, plan);
}

/** Deletes it and what only it has. */
export async function remove(
  kind: AnyKind,
  { cloud = null, id = null }: ObjectValue,
  { client, signal }: ResourceContext<Client>,
): Promise<void> {
  // Half made: a create that failed before the cloud gave an id.
  if (id !== null) await collectionOf(client, cloud, kind).delete(String(id), { signal });
}
