import { attr, defineProvider, defineResource, defineSchema, lengthBetween } from '@hansa/terraform-plugin';

/** As many attributes as a server has, in every form. Nothing is behind it: what is measured on it is the plugin alone. */
const machine = defineResource<null>()({
  schema: defineSchema({
    attributes: {
      id: attr.string({ computed: true, keepsPriorState: true }),
      name: attr.string({ required: true, validators: [lengthBetween(1, 60)] }),
      size: attr.string({ required: true }),
      image: attr.string({ required: true, requiresReplace: true }),
      region: attr.string({ default: 'north', requiresReplace: true }),
      disk_gib: attr.integer({ default: 40 }),
      backups: attr.bool({ default: false }),
      labels: attr.map('string', { optional: true }),
      key_ids: attr.set('string', { optional: true }),
      networks: attr.nested.list(
        {
          id: attr.string({ required: true }),
          address: attr.string({ optional: true, computed: true, keepsPriorState: true }),
          aliases: attr.list('string', { optional: true }),
        },
        { optional: true },
      ),
      secret: attr.string({ optional: true, writeOnly: true }),
      address: attr.string({ computed: true, keepsPriorState: true }),
      price: attr.number({ computed: true, keepsPriorState: true }),
      created: attr.string({ computed: true, keepsPriorState: true }),
    },
  }),
  create: async ({ plan }) => ({
    id: `toy-${plan.name}`,
    address: '192.0.2.1',
    price: 4.51,
    created: '2026-11-01T00:00:00Z',
    networks:
      plan.networks?.map((network) => ({ ...network, address: '10.0.0.2', aliases: network.aliases ?? null })) ?? null,
  }),
  read: async (state) => state,
  update: async () => ({}),
});

export const provider = defineProvider({
  schema: defineSchema({ attributes: {} }),
  configure: () => null,
  resources: { toy_machine: machine },
});
