import { attr, defineListResource, defineResource, defineSchema, type Json } from '../../src/index.js';
import type { Vault } from './vault.js';

const schema = defineSchema({
  attributes: {
    shelf: attr.string({ required: true, requiresReplace: true }),
    label: attr.string({ required: true, requiresReplace: true }),
    content: attr.string({ optional: true }),
    weight: attr.integer({ computed: true }),
  },
});
const identity = {
  version: 1,
  attributes: { shelf: { type: 'string', optionalForImport: true }, label: { type: 'string' } },
} as const;

/** A resource with an identity, which takes over crates, and may have to wait for its shelf. */
export const box = defineResource<Vault>()({
  schema,
  identity,
  identify: ({ shelf, label }) => ({ shelf, label }),

  plan({ config }, { client, meta, defer, diagnostics }) {
    client.seen.push(`plan meta=${meta?.['module'] ?? 'none'}`);
    if (typeof config.shelf === 'string' && !client.shelves.includes(config.shelf)) defer('absent-prerequisite');
    if (config.label === 'wobbly') diagnostics.warning('It wobbles', { at: ['label'] });
  },
  async create({ plan }, { client }) {
    const weight = plan.content?.length ?? 0;
    client.boxes.set(`${plan.shelf}/${plan.label}`, { ...plan, weight });
    return { weight };
  },
  async update({ plan }, { client }) {
    const weight = plan.content?.length ?? 0;
    client.boxes.set(`${plan.shelf}/${plan.label}`, { ...plan, weight });
    return { weight };
  },
  async read({ shelf, label }, { client }) {
    return client.boxes.get(`${shelf}/${label}`) ?? null;
  },
  async delete({ shelf, label }, { client }) {
    client.boxes.delete(`${shelf}/${label}`);
  },
  async import(id) {
    const [shelf = '', label = ''] = id.split('/');
    return { shelf, label };
  },
  async importIdentity({ shelf, label }, { client }) {
    const on = typeof shelf === 'string' ? shelf : client.shelves[0]!;
    return client.boxes.has(`${on}/${label}`) ? { shelf: on, label: String(label) } : null;
  },
  upgradeIdentity: ({ identity: { place } }) => {
    const [shelf, label] = String(place).split('/');
    return { shelf, label };
  },
  move({ typeName, state }) {
    if (typeName !== 'vault_crate') return null;
    return { shelf: text(state['shelf']), label: text(state['name']), content: text(state['content']) };
  },
});

/** What a box was called before. */
export const crate = defineResource<Vault>()({
  schema: defineSchema({
    attributes: {
      shelf: attr.string({ required: true }),
      name: attr.string({ required: true }),
      content: attr.string({ optional: true }),
    },
  }),
  async create({ plan }, { client }) {
    const { shelf, name, content } = plan;
    client.boxes.set(`${shelf}/${name}`, { shelf, label: name, content, weight: content?.length ?? 0 });
    return {};
  },
  read: async (state) => state,
});

export const boxes = defineListResource<Vault>()({
  schema: defineSchema({ attributes: { shelf: attr.string({ optional: true }) } }),
  async *list({ shelf }, { client, includeResource }) {
    for (const one of client.boxes.values()) {
      client.seen.push(`listed ${one.label}`);
      if (shelf !== null && one.shelf !== shelf) continue;
      if (one.label === 'broken') throw new Error('the shelf fell down');
      const which = { identity: { shelf: one.shelf, label: one.label }, displayName: `Box ${one.label}` };
      yield includeResource && one.content === null ? { ...which, resource: { ...one } } : which;
    }
  },
});

const text = (value: Json | undefined) => (typeof value === 'string' ? value : '');
