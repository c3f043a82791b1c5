import { randomUUID } from 'node:crypto';
import {
  attr,
  defineDataSource,
  defineProvider,
  defineResource,
  defineSchema,
  type Provider,
  type StateOf,
  sizeBetween,
  timeouts,
} from '../../src/index.js';

const limits = timeouts({ create: '5m' });

const schema = defineSchema({
  description: 'What passes, as a provider of the time of blocks would have it.',
  attributes: {
    name: attr.string({ required: true, requiresReplace: true }),
    id: attr.string({ computed: true, keepsPriorState: true }),
    rule: attr.block.list(
      {
        port: attr.integer({ required: true }),
        protocol: attr.string({ default: 'tcp' }),
        handle: attr.string({ computed: true, keepsPriorState: true }),
        headers: attr.nested.map({ value: attr.string({ required: true }) }, { optional: true }),
        match: attr.block.set({ prefix: attr.string({ required: true }), note: attr.string({ default: '' }) }),
      },
      { description: 'One thing that passes.', validators: [sizeBetween(0, 3)] },
    ),
    login: attr.block.single(
      { user: attr.string({ required: true }) },
      { requiresReplace: true, deprecated: 'Use keys.' },
    ),
    timeouts: limits.block,
  },
});
type Firewall = StateOf<typeof schema>;

/** A resource with every sort of block, kept in memory. */
export function blocksProvider(kept: Map<string, Firewall> = new Map()): Provider {
  const handled = (rule: readonly { readonly port: number; readonly handle: unknown }[]) =>
    rule.map(({ handle, ...one }) => ({ ...one, handle: typeof handle === 'string' ? handle : `h${one.port}` }));
  const firewall = defineResource<null>()({
    schema,
    async create({ plan }, { signal }) {
      return limits.within('create', plan.timeouts, signal, async () => {
        const made = { ...plan, id: randomUUID(), rule: handled(plan.rule) } as Firewall;
        kept.set(made.name, made);
        return made;
      });
    },
    // What the API does not tell is left out.
    read: async ({ name, timeouts }) => {
      const found = kept.get(name);
      if (found === undefined) return null;
      const rule = found.rule.map(({ match, ...one }) => (match.length > 0 ? { ...one, match } : one));
      return { ...found, timeouts, rule: rule.length > 0 ? rule : undefined } as Firewall;
    },
    async update({ plan, state }) {
      const made = { ...plan, id: state.id, rule: handled(plan.rule) } as Firewall;
      kept.set(made.name, made);
      return made;
    },
    async delete({ name }) {
      kept.delete(name);
    },
    import: async (name) => ({ name }),
  });
  const ports = defineDataSource<null>()({
    schema: defineSchema({
      attributes: {
        of: attr.block.set({ name: attr.string({ required: true }) }),
        ports: attr.list('number', { computed: true }),
      },
    }),
    read: async ({ of }) => ({ ports: of.flatMap(({ name }) => kept.get(name)?.rule.map(({ port }) => port) ?? []) }),
  });
  return defineProvider({
    schema: defineSchema({ attributes: { retry: attr.block.list({ times: attr.integer({ required: true }) }) } }),
    resources: { blocks_firewall: firewall },
    dataSources: { blocks_ports: ports },
    configure: () => null,
  });
}
