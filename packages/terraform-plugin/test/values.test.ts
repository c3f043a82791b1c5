import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { hasDynamic } from '../src/cty/concrete.js';
import { conform } from '../src/cty/conform.js';
import { valuesEqual } from '../src/cty/equal.js';
import { toJson } from '../src/cty/json.js';
import { type Json, stringifyJson } from '../src/cty/json-text.js';
import { formatPath } from '../src/cty/path.js';
import {
  Dynamic,
  defineProvider,
  defineResource,
  isUnknown,
  type ObjectValue,
  type Type,
  type Value,
} from '../src/index.js';
import { serveInProcess, Workspace } from '../src/testing/index.js';
import { identifiedType, typedValue } from './arbitrary.js';
import { runs } from './runs.js';

// Random values of random types, there and back through the real Terraform: its msgpack, its JSON and its own idea of what is equal.

interface Sample {
  readonly type: Type;
  readonly value: Value;
}

/** A configuration as JSON: texts are templates there. */
function expression(json: Json): Json {
  if (typeof json === 'string') return json.replace(/[$%]\{/g, (mark) => `${mark[0]}${mark}`);
  if (Array.isArray(json)) return json.map(expression);
  if (typeof json !== 'object' || json === null || Object.getPrototypeOf(json) !== Object.prototype) return json;
  return Object.fromEntries(Object.entries(json).map(([key, inner]) => [expression(key) as string, expression(inner)]));
}

/** Terraform makes the types of dynamics itself: lists are tuples there, maps objects. */
function written(type: Type, value: Value): Json {
  if (value instanceof Dynamic) return written(value.type, value.value);
  if (value === null || typeof type === 'string') return value as Json;
  if (type[0] === 'map' || type[0] === 'object') {
    const entries = Object.entries(value as ObjectValue);
    return Object.fromEntries(
      entries.map(([key, inner]) => [key, written(type[0] === 'map' ? type[1] : type[1][key]!, inner)]),
    );
  }
  return (value as Value[]).map((inner, index) => written(type[0] === 'tuple' ? type[1][index]! : type[1], inner));
}

/** What validation lets through: in a list, set or map no element is null. */
function withoutNullElements(type: Type, value: Value): Value {
  if (value === null || typeof type === 'string') return value;
  const [kind, inner] = type;
  const of = (key: string): Type => {
    if (kind === 'tuple') return inner[Number(key)]!;
    return kind === 'object' ? inner[key]! : inner;
  };
  const entries = Object.entries(value as ObjectValue)
    .filter(([, one]) => kind === 'tuple' || kind === 'object' || one !== null)
    .map(([key, one]) => [key, withoutNullElements(of(key), one)] as const);
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}

const asRead = (type: Type, value: Value): Value =>
  hasDynamic(type) ? conform(type, dynamics(type, written(type, value)), fail) : value;

const fail = ({ at, message }: { at: readonly (string | number)[]; message: string }): never => {
  throw new Error(`${formatPath(at)} ${message}`);
};

function dynamics(type: Type, json: Json): unknown {
  if (type === 'dynamic') return json === null ? null : Dynamic.of(json as Value);
  if (json === null || typeof type === 'string' || !hasDynamic(type)) return json;
  if (type[0] === 'tuple') return type[1].map((inner, index) => dynamics(inner, (json as Json[])[index]!));
  if (type[0] === 'object') {
    return Object.fromEntries(
      Object.entries(type[1]).map(([name, inner]) => [name, dynamics(inner, (json as { [key: string]: Json })[name]!)]),
    );
  }
  throw new Error('no dynamics in collections here');
}

test('what is configured is planned, stored and read as it was', async () => {
  const { numRuns, seed } = runs(120);
  const samples: Sample[] = fc
    .sample(typedValue({ unknowns: false, type: identifiedType }), { numRuns, seed })
    .map(({ type, value }) => ({ type, value: conform(type, withoutNullElements(type, value), fail) }));
  const attributes = Object.fromEntries(
    samples.map(({ type }, index) => [`a${index}`, { type, optional: true } as const]),
  );
  const expected = samples.map(({ type, value }) => asRead(type, value));
  const wrong: string[] = [];
  const check = (when: string, state: ObjectValue) => {
    samples.forEach(({ type }, index) => {
      const [is, should] = [state[`a${index}`]!, expected[index]!];
      if (!valuesEqual(type, is, should)) {
        wrong.push(
          `${when}: ${JSON.stringify(type)}: ${stringifyJson(toJson(type, should))} came as ${stringifyJson(toJson(type, is))}`,
        );
      }
    });
  };
  const values = defineResource()({
    schema: { attributes },
    plan: ({ config }) => check('plan', config),
    create: async ({ plan }) => {
      check('create', plan);
      return {};
    },
    read: async (state) => {
      check('read', state);
      return state;
    },
  });
  const provider = defineProvider({
    schema: { attributes: {} },
    configure: () => null,
    resources: { echo_values: values },
  });
  const running = await serveInProcess(provider, { address: 'example.com/test/echo' });
  const workspace = new Workspace(running.environment);
  try {
    const body = Object.fromEntries(
      samples.map(({ type, value }, index) => [`a${index}`, expression(written(type, value))]),
    );
    workspace.file(
      'main.tf.json',
      stringifyJson({
        terraform: { required_providers: { echo: { source: 'example.com/test/echo' } } },
        resource: { echo_values: { all: body } },
      }),
    );
    await workspace.apply();
    expect(wrong).toEqual([]);
    await workspace.expectNoChanges();
    expect(wrong).toEqual([]);
    const [stored] = workspace.resources();
    const texts = samples.flatMap(({ type, value }, index) =>
      type === 'string' ? [[stored!.attributes[`a${index}`], value]] : [],
    );
    expect(texts.filter(([is, should]) => !isDeepStrictEqual(is, should))).toEqual([]);
  } finally {
    workspace.remove();
    await running.close();
  }
});

test('what core does not know yet, however much it does know of it, is unknown; and known at apply', async () => {
  const seen: Record<'plan' | 'create', ObjectValue[]> = { plan: [], create: [] };
  const types = {
    prefix: 'string',
    list: ['list', 'string'],
    map: ['map', 'string'],
    number: 'number',
    any: 'dynamic',
    set: ['set', 'string'],
    none: 'dynamic',
  } as const;
  const half = defineResource()({
    schema: {
      attributes: Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type, optional: true }])),
    },
    plan: ({ config }) => void seen.plan.push(config),
    create: async ({ plan }) => {
      seen.create.push(plan);
      return {};
    },
    read: async (state) => state,
  });
  const provider = defineProvider({
    schema: { attributes: {} },
    configure: () => null,
    resources: { echo_half: half },
  });
  const running = await serveInProcess(provider, { address: 'example.com/test/echo' });
  const workspace = new Workspace(running.environment);
  try {
    workspace.write(`
      terraform {
        required_providers { echo = { source = "example.com/test/echo" } }
      }
      resource "terraform_data" "later" { input = "x" }
      resource "echo_half" "a" {
        prefix = "https://\${terraform_data.later.output}/"
        list   = [terraform_data.later.id == "" ? "no" : "yes", "b"]
        map    = { for name in ["a", "b"] : name => terraform_data.later.output }
        number = length(terraform_data.later.id)
        any    = { deep = [terraform_data.later.output, 1] }
        set    = toset([terraform_data.later.output, "b"])
        none   = tostring(null)
      }`);
    await workspace.apply();
    await workspace.expectNoChanges();
  } finally {
    workspace.remove();
    await running.close();
  }
  const [first] = seen.plan;
  expect(isUnknown(first!['prefix'])).toBe(true);
  expect(isUnknown(first!['number'])).toBe(true);
  expect((first!['list'] as Value[]).map(isUnknown)).toEqual([true, false]);
  const deep = first!['any'] as Dynamic;
  expect(deep.type).toEqual(['object', { deep: ['tuple', ['string', 'number']] }]);
  expect(seen.create[0]).toMatchObject({
    prefix: 'https://x/',
    list: ['yes', 'b'],
    map: { a: 'x', b: 'x' },
    number: 36,
    any: Dynamic.of({ deep: ['x', 1] }),
    set: ['b', 'x'],
    none: new Dynamic('string', null),
  });
});
