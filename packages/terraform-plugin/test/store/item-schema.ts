import { attr, defineSchema, lengthBetween, oneOf } from '../../src/index.js';

export const itemSchema = defineSchema({
  description: 'Something that is stored.',
  attributes: {
    name: attr.string({ required: true, requiresReplace: true, validators: [lengthBetween(1, 30)] }),
    note: attr.string({ default: '', description: 'Whatever you like' }),
    size: attr.integer({
      default: 1,
      requiresReplace: (prior, planned) => typeof prior === 'number' && typeof planned === 'number' && planned < prior,
    }),
    ratio: attr.number({ optional: true }),
    zone: attr.string({ optional: true, equal: (prior, next) => prior.toLowerCase() === next.toLowerCase() }),
    password: attr.string({ optional: true, writeOnly: true }),
    old: attr.string({ optional: true, deprecated: 'Use note.' }),
    fail: attr.string({ optional: true }),
    tags: attr.map('string', { optional: true }),
    labels: attr.set('string', { optional: true }),
    disks: attr.nested.list(
      { path: attr.string({ required: true }), serial: attr.string({ computed: true, keepsPriorState: true }) },
      { optional: true },
    ),
    ports: attr.nested.set(
      { port: attr.integer({ required: true }), rule: attr.string({ computed: true, keepsPriorState: true }) },
      { optional: true },
    ),
    routes: attr.nested.map(
      { via: attr.string({ required: true }), metric: attr.integer({ default: 10 }) },
      { optional: true },
    ),
    settings: attr.nested.single(
      {
        mode: attr.string({ required: true, requiresReplace: true, validators: [oneOf('fast', 'safe')] }),
        level: attr.string({ optional: true, computed: true }),
      },
      { optional: true },
    ),
    id: attr.string({ computed: true, keepsPriorState: true }),
    revision: attr.integer({ computed: true }),
    price: attr.number({ computed: true }),
  },
});
