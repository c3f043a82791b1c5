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
import { hasCandidates, inWordsOf, movedOn, spotsOf, valuesAt } from './candidates.js';
import { markImported, priorOf } from './imported.js';
import { promised, wanted } from './spec.js';
import { settledState, stateOf } from './state.js';

/** Makes it, or takes over what an interrupted create of the same owner and name left. */
export async function create(
  kind: AnyKind,
  schema: Schema,
  { config, plan }: CreateInput<Schema>,
  { client, signal, saved, afterReply, diagnostics }: ApplyContext<Client, Schema>,
): Promise<ObjectValue> {
  const spots = spotsOf(kind, config);
  const request = { spec: wanted(kind, config, plan), chosen: promised(kind, config, plan), signal };
  if (hasCandidates(config) && spots) {
    const { state, finish, spot } = await client.hansa.beginAtFirst(kind.name, spots, request.spec, {
      ...request,
      onCreated: (id, { cloud, region }) => saved({ cloud, region, id }),
      onMove: (passed, next) => diagnostics.add(movedOn(kind, passed, next, plan)),
    });
    afterReply(finish);
    const { cloud } = spot;
    return inWordsOf(kind, plan, settledState(kind, stateOf(kind, schema, cloud, state), config, plan), client);
  }
  const { cloud = null } = plan;
  const { state, finish } = await collectionOf(client, cloud, kind).begin({
    ...request,
    onCreated: (id) => saved({ cloud, id }),
  });
  // The mark "unfinished" comes off when Terraform has the id: killed before that, the next apply takes the thing over.
  afterReply(finish);
  return inWordsOf(kind, plan, settledState(kind, stateOf(kind, schema, cloud, state), config, plan), client);
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
    prior: valuesAt(kind, cloud, priorOf(kind, prior, privateState), prior, client),
    spec: valuesAt(kind, cloud, wanted(kind, config, plan), plan, client),
    chosen: promised(kind, config, plan),
    signal,
  });
  markImported(privateState, false);
  return inWordsOf(kind, plan, settledState(kind, stateOf(kind, schema, cloud, state), config, plan), client);
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
