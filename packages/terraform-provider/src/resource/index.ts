import type { AnyKind } from '@hansa/sdk';
import { kindNamed } from '@hansa/sdk';
import type { Resource, Schema } from '@hansa/terraform-plugin';
import type { Client } from '../configure/client.js';
import { create, remove, update } from './apply.js';
import { plan, planDelete } from './plan.js';
import { importById, read } from './read.js';
import { validate } from './validate.js';

/** The resource of a kind. The same code for all of them: what differs stands in the kind. */
export function resourceOf(name: string, schema: Schema): Resource<Schema, Client> {
  const kind = knownKind(name);
  return {
    schema,
    validate: (config, context) => validate(kind, config, context),
    plan: (input, context) => plan(kind, input, context),
    planDelete: (state, context) => planDelete(kind, state, context),
    create: (input, context) => create(kind, schema, input, context),
    read: (state, context) => read(kind, schema, state, context),
    update: (input, context) => update(kind, schema, input, context),
    delete: (state, context) => remove(kind, state, context),
    import: (id, context) => importById(kind, schema, id, context),
  };
}

/** The kind that a generated schema was made of. */
export function knownKind(name: string): AnyKind {
  const kind = kindNamed(name);
  if (!kind) throw new TypeError(`the schema is older than the SDK: there is no kind "${name}"; generate it again`);
  return kind;
}
