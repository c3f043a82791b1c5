import { UNKNOWN, type Unknown } from '../../cty/unknown.js';
import type { NumberValue, ObjectValue } from '../../cty/value.js';
import { defineResource } from '../resource.js';
import { same } from '../same-type.fixture.js';
import type { Schema } from './attribute.js';
import { attr, defineSchema } from './builders.js';
import type { ConfigOf, PlannedOf, PlanOf, SettingsOf, StateOf } from './infer.js';

const schema = defineSchema({
  attributes: {
    name: attr.string({ required: true, equal: (a, b) => a.toLowerCase() === b.toLowerCase() }),
    size: attr.integer({ default: 10 }),
    ratio: attr.number({ optional: true }),
    tags: attr.map('string', { optional: true }),
    id: attr.string({ computed: true }),
    secret: attr.string({ optional: true, writeOnly: true }),
    disks: attr.nested.list(
      { path: attr.string({ required: true }), serial: attr.string({ computed: true }) },
      { required: true },
    ),
  },
});

test('configuration may be unknown anywhere', () => {
  type Config = ConfigOf<typeof schema>;
  same<Config['name'], string | Unknown>(true);
  same<Config['size'], number | null | Unknown>(true);
  same<Config['disks'], ({ path: string | Unknown; serial: string | null | Unknown } | Unknown)[] | Unknown>(true);
  same<SettingsOf<typeof schema>['secret'], string | null>(true);
});

test('a plan has its defaults and no write-only values', () => {
  type Plan = PlanOf<typeof schema>;
  same<Plan['size'], number | Unknown>(true);
  same<Plan['secret'], null>(true);
  type Planned = PlannedOf<typeof schema>;
  same<Planned['name'], string>(true);
  same<Planned['id'], string | null | Unknown>(true);
  same<Planned['disks'], { path: string; serial: string | null | Unknown }[]>(true);
});

test('a state is known', () => {
  type State = StateOf<typeof schema>;
  same<State['size'], number>(true);
  same<State['ratio'], NumberValue | null>(true);
  same<State['tags'], { [key: string]: string } | null>(true);
  same<State['secret'], null>(true);
  same<State['disks'], { path: string; serial: string | null }[]>(true);
  same<StateOf<Schema>, ObjectValue>(true);
});

test('a resource gets the types of its schema', () => {
  const resource = defineResource<{ url: string }>()({
    schema,
    async create({ plan, config }, { client }) {
      same<typeof plan.name, string>(true);
      same<typeof config.secret, string | null>(true);
      same<typeof client.url, string>(true);
      return { id: `${client.url}/${plan.name}`, disks: plan.disks.map(({ path }) => ({ path, serial: 'x' })) };
    },
    async read(state) {
      return { ...state, size: state.size + 1 };
    },
    plan: ({ proposed }) => ({ id: typeof proposed.name === 'string' ? proposed.name : UNKNOWN }),
  });
  expect(resource.schema).toBe(schema);
});
