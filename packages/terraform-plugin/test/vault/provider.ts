import {
  attr,
  defineAction,
  defineDataSource,
  defineEphemeralResource,
  defineFunction,
  defineProvider,
  defineSchema,
  FunctionError,
  isUnknown,
} from '../../src/index.js';
import { box, boxes, crate } from './box.js';
import type { Vault } from './vault.js';

const token = defineEphemeralResource<Vault>()({
  schema: defineSchema({
    attributes: {
      length: attr.integer({ default: 8 }),
      value: attr.string({ computed: true, sensitive: true }),
    },
  }),
  validate(config, { diagnostics }) {
    if (typeof config.length === 'number' && config.length > 99)
      diagnostics.error('Too long a token', { at: ['length'] });
  },
  async open({ length }, { client, privateState, renewAt }) {
    client.seen.push('open');
    privateState.set('renewed', 0);
    renewAt(new Date('2030-01-01T00:00:00.500Z'));
    return { value: 'x'.repeat(length) };
  },
  async renew({ client, privateState, renewAt }) {
    const times = Number(privateState.get('renewed')) + 1;
    privateState.set('renewed', times);
    client.seen.push(`renew ${times}`);
    renewAt(new Date('2030-01-02T00:00:00Z'));
  },
  async close({ client, privateState }) {
    client.seen.push(`close after ${privateState.get('renewed')}`);
  },
});

const inventory = defineDataSource<Vault>()({
  schema: defineSchema({
    attributes: { shelf: attr.string({ optional: true }), boxes: attr.integer({ computed: true }) },
  }),
  async read({ shelf }, { client, meta, defer }) {
    client.seen.push(`read meta=${meta?.['module'] ?? 'none'}`);
    if (shelf === 'attic') defer('absent-prerequisite');
    return { boxes: client.boxes.size };
  },
});

const shake = defineAction<Vault>()({
  schema: defineSchema({
    attributes: { label: attr.string({ required: true }), times: attr.integer({ optional: true }) },
  }),
  plan(config, { client, diagnostics }) {
    client.seen.push('plan shake');
    if (config.label === 'fragile') diagnostics.error('It would break', { at: ['label'] });
  },
  async invoke({ label, times }, { progress }) {
    for (let time = 1; time <= (times ?? 1); time += 1) await progress(`${label}, time ${time}`);
    if (label === 'loose') throw new Error('it fell');
  },
});

const shout = defineFunction({
  summary: 'A text, louder',
  parameters: [
    { name: 'text', type: 'string', description: 'What to say' },
    { name: 'mark', type: 'string', nullable: true },
  ],
  returns: 'string',
  run: ([text, mark]) => {
    if (text === '') throw new FunctionError('there is nothing to shout', { argument: 0 });
    return text.toUpperCase() + (mark ?? '!');
  },
});

const total = defineFunction({
  deprecated: 'Use sum.',
  parameters: [{ name: 'start', type: 'number' }],
  variadic: { name: 'more', type: ['list', 'number'] },
  returns: ['object', { total: 'number', parts: 'number' }],
  run: ([start, ...more]) => {
    const numbers = [Number(start), ...more.flat().map(Number)];
    return { total: numbers.reduce((sum, one) => sum + one, 0), parts: numbers.length };
  },
});

const known = defineFunction({
  parameters: [{ name: 'value', type: 'dynamic', nullable: true, unknowns: true }],
  returns: 'bool',
  run: ([value]) => value !== null && !isUnknown(value),
});

const liar = defineFunction({ parameters: [], returns: 'number', run: () => 'four' as never });

/** Everything that the protocol has beside plain resources and data sources. */
export function vaultProvider(vault: Vault) {
  return defineProvider({
    schema: defineSchema({ attributes: { address: attr.string({ optional: true }) } }),
    meta: defineSchema({ attributes: { module: attr.string({ optional: true }) } }),
    configure(config, { defer }): Vault {
      if (isUnknown(config.address)) defer('provider-config-unknown');
      return vault;
    },
    resources: { vault_box: box, vault_crate: crate },
    dataSources: { vault_inventory: inventory },
    ephemeralResources: { vault_token: token },
    listResources: { vault_box: boxes },
    actions: { vault_shake: shake },
    functions: { shout, total, known, liar },
  });
}
