import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseJson, stringifyJson } from '../../src/cty/json-text.js';
import { DiagnosticError, defineResource, type Json, type ResourceContext, type StateOf } from '../../src/index.js';
import { itemSchema } from './item-schema.js';

export interface Client {
  readonly directory: string;
  /** Told what happens, for tests in the same process. */
  readonly seen: string[];
}

type Item = StateOf<typeof itemSchema>;

/** One JSON file an item: every sort of attribute, and failures on command. */
export const item = defineResource<Client>()({
  schema: itemSchema,
  version: 2,

  validate(config, { diagnostics }) {
    if (config.name === 'forbidden')
      diagnostics.error('This name is forbidden', { at: ['name'], detail: 'Take another.' });
  },

  plan({ config, prior, proposed, changed }, { diagnostics, requiresReplace }) {
    if (proposed.note === 'loud') diagnostics.warning('This is loud', { at: ['note'] });
    if (prior && proposed.note === 'replace me') requiresReplace(['note']);
    if (config.fail === 'plan-badly') return { name: 'other' };
    const { size } = proposed;
    return changed && typeof size === 'number' ? { price: size * 2 } : undefined;
  },

  planDelete(state, { diagnostics }) {
    if (state.fail === 'protected') diagnostics.error('This item is protected', { at: ['fail'] });
  },

  async create({ plan, config }, context) {
    const { client, privateState } = context;
    const id = randomUUID();
    client.seen.push(`create ${plan.name} password=${config.password}`);
    if (plan.fail === 'create-early')
      throw new DiagnosticError('No room', { at: ['size'], detail: 'Take a smaller one.' });
    const state = {
      id,
      revision: 1,
      price: plan.size * 2,
      disks: plan.disks?.map(({ path }, index) => ({ path, serial: `serial-${index}` })) ?? null,
      ports: plan.ports?.map(({ port }) => ({ port, rule: `rule-${port}` })) ?? null,
      settings: plan.settings && { mode: plan.settings.mode, level: known(plan.settings.level) ?? 'auto' },
    };
    if (plan.fail?.startsWith('create-late')) {
      await store(client, { ...plan, ...state, password: null } as Item);
      context.saved({ id });
      throw new Error('the line was cut', { cause: new Error('ECONNRESET') });
    }
    if (plan.fail === 'hang') {
      await store(client, { ...plan, ...state, password: null } as Item);
      context.saved({ id });
      await aborted(context);
      return state;
    }
    privateState.set('etag', `v1-${plan.name}`);
    context.afterReply(() => void client.seen.push(`replied ${plan.name}`));
    if (plan.fail === 'lie') return { ...state, note: 'not what was planned' };
    if (plan.fail === 'forget') return { ...state, revision: undefined };
    await store(client, { ...plan, ...state, password: null } as Item);
    return state;
  },

  async read(state, { client, privateState }) {
    client.seen.push(`read ${state.name} etag=${privateState.get('etag')}`);
    return load(client, state.name);
  },

  async update({ plan, state }, context) {
    const { client } = context;
    if (plan.fail === 'update') throw new Error('the update failed');
    const next = {
      revision: (state.revision ?? 0) + 1,
      price: plan.size * 2,
      disks: plan.disks?.map(({ path, serial }, i) => ({ path, serial: known(serial) ?? `serial-new-${i}` })) ?? null,
      ports: plan.ports?.map(({ port }) => ({ port, rule: `rule-${port}` })) ?? null,
      settings: plan.settings && { mode: plan.settings.mode, level: known(plan.settings.level) ?? 'auto' },
    };
    await store(client, { ...plan, ...next, password: null } as Item);
    return next;
  },

  async delete(state, { client }) {
    if (state.fail === 'delete') throw new Error('the delete failed');
    await rm(file(client, state.name), { force: true });
  },

  async import(name, { client }) {
    return (await load(client, name)) && { name };
  },

  upgrade({ version, state }) {
    if (version > 1) return state;
    const { title, ...rest } = state;
    return { ...rest, name: title };
  },
});

function known<T>(value: T): string | null {
  return typeof value === 'string' ? value : null;
}

function file({ directory }: Client, name: string): string {
  return join(directory, `${name}.json`);
}

async function store(client: Client, state: Item): Promise<void> {
  await writeFile(file(client, state.name), stringifyJson(state as unknown as Json));
}

async function load(client: Client, name: string): Promise<Item | null> {
  const text = await readFile(file(client, name), 'utf8').catch(() => null);
  return text === null ? null : (parseJson(text) as unknown as Item);
}

async function aborted({ signal, client }: ResourceContext<Client>): Promise<never> {
  client.seen.push('hanging');
  signal.throwIfAborted();
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}
