import { EXPRESSION_WORDS, expression, isExpression } from '../lifecycle.js';
import type { Rule } from './definition.js';
import type { Situation } from './situation.js';

type Config = Readonly<Record<string, unknown>>;
/** What is wrong with a value, as words; undefined where nothing is. */
type Judge = (value: unknown, config: Config, at: Situation) => string | undefined;

interface Known {
  /** What is wrong with the rule itself. */
  config(config: Config): string | undefined;
  judge: Judge;
}

const number = (name: string) => ({
  config: (config: Config) =>
    typeof config['value'] === 'number' ? undefined : `${name} validator requires 'value' config`,
});
const list = (key: string) => (config: Config) => {
  const values = config[key];
  return Array.isArray(values) && values.length > 0 ? undefined : `config '${key}' must be an array that is not empty`;
};

// Lengths are in bytes, as Go counts them.
const length = (value: unknown) => (Array.isArray(value) ? value.length : Buffer.byteLength(String(value)));

const VALIDATORS: Readonly<Record<string, Known>> = {
  minLength: {
    ...number('minLength'),
    judge: (value, { value: min }) =>
      length(value) < Number(min) ? `string length ${length(value)} is less than minimum ${min}` : undefined,
  },
  maxLength: {
    ...number('maxLength'),
    judge: (value, { value: max }) =>
      length(value) > Number(max) ? `string length ${length(value)} exceeds maximum ${max}` : undefined,
  },
  pattern: {
    config: ({ pattern }) =>
      typeof pattern !== 'string'
        ? "pattern validator requires 'pattern' config"
        : isExpression(pattern)
          ? undefined
          : `invalid regex pattern: ${EXPRESSION_WORDS}`,
    judge: (value, { pattern }) =>
      expression(String(pattern)).test(String(value)) ? undefined : 'string does not match required pattern',
  },
  enum: {
    config: list('values'),
    judge: (value, { values }) =>
      (values as unknown[]).some((one) => one === value) ? undefined : 'value not in allowed enum values',
  },
  min: {
    ...number('min'),
    judge: (value, { value: min }) =>
      Number(value) < Number(min) ? `value ${value} is less than minimum ${min}` : undefined,
  },
  max: {
    ...number('max'),
    judge: (value, { value: max }) =>
      Number(value) > Number(max) ? `value ${value} exceeds maximum ${max}` : undefined,
  },
  minItems: {
    ...number('minItems'),
    judge: (value, { value: min }) =>
      length(value) < Number(min) ? `array length ${length(value)} is less than minimum ${min}` : undefined,
  },
  maxItems: {
    ...number('maxItems'),
    judge: (value, { value: max }) =>
      length(value) > Number(max) ? `array length ${length(value)} exceeds maximum ${max}` : undefined,
  },
  serviceOption: {
    config: ({ value }) =>
      typeof value === 'string' && value ? undefined : "serviceOption validator config missing 'value'",
    judge: (value, { value: type }, at) => {
      const options = at.options(String(type));
      if (!options) return `failed to find service option type '${type}': resource not found: record not found`;
      if (options.length === 0) return `no enabled service options available for type '${type}'`;
      const text = JSON.stringify(value);
      return options.some((one) => JSON.stringify(one) === text)
        ? undefined
        : `value must match one of the enabled service options for type '${type}'`;
    },
  },
  serviceReference: {
    config: (config) => {
      const { origin } = config;
      if (origin !== undefined && origin !== 'consumer' && origin !== 'group')
        return "serviceReference validator 'origin' must be 'consumer' or 'group'";
      return config['types'] === undefined ? undefined : list('types')(config);
    },
    judge: (value, { types, origin }, at) => {
      const service = at.service(String(value));
      if (!service) return 'referenced service not found: resource not found: record not found';
      if (types && !(types as string[]).includes(service.type))
        return `service must be one of types [${(types as string[]).join(' ')}], got '${service.type}'`;
      if (origin === 'consumer' && service.consumerId !== at.consumerId)
        return 'referenced service must belong to the same consumer';
      if (origin === 'group' && service.groupId !== at.groupId)
        return 'referenced service must belong to the same service group';
      return undefined;
    },
  },
};

const AUTHORIZERS: Readonly<Record<string, Known>> = {
  actor: {
    config: ({ actors }) => {
      if (!Array.isArray(actors) || actors.length === 0)
        return `actor authorizer config ${actors === undefined ? "missing 'actors'" : "'actors' must be an array"}`;
      const stray = actors.find((one) => !['user', 'agent', 'system'].includes(one as string));
      return stray === undefined
        ? undefined
        : `actor authorizer config 'actors' contains invalid actor '${stray}' (must be: user, agent, system)`;
    },
    judge: (_value, { actors }, { actor }) =>
      (actors as string[]).includes(actor)
        ? undefined
        : `property can only be set by: [${(actors as string[]).join(' ')}] (current actor: ${actor})`,
  },
  state: {
    config: list('allowedStates'),
    judge: (_value, { allowedStates }, { operation, status }) =>
      operation === 'create' || (allowedStates as string[]).includes(status)
        ? undefined
        : `property cannot be updated in state '${status}' (allowed states: [${(allowedStates as string[]).join(' ')}])`,
  },
};

const ACROSS: Readonly<Record<string, Known>> = {
  exactlyOne: {
    config: list('properties'),
    judge: (value, { properties }) => {
      const given = (properties as string[]).filter((name) => (value as Config)[name] != null);
      if (given.length === 0) return `exactly one of [${(properties as string[]).join(' ')}] must be provided`;
      return given.length === 1 ? undefined : `only one of them can be provided, got: [${given.join(' ')}]`;
    },
  },
  uniqueValues: {
    config: list('properties'),
    judge: (value, { properties }) => {
      const given = (properties as string[]).map((name) => (value as Config)[name]).filter((one) => one != null);
      return new Set(given.map((one) => JSON.stringify(one))).size === given.length
        ? undefined
        : `values of [${(properties as string[]).join(' ')}] must be unique`;
    },
  },
};

const SORTS = { validator: VALIDATORS, authorizer: AUTHORIZERS, schema: ACROSS } as const;
type Sort = keyof typeof SORTS;

/** What is wrong with a rule itself, where it is none that the core knows or lacks what it needs. */
export function wrongConfig(sort: Sort, { type, config = {} }: Rule, path = ''): string | undefined {
  const known = SORTS[sort][type];
  if (!known) return sort === 'schema' ? `unknown schema validator: ${type}` : `${path}: unknown ${sort} '${type}'`;
  const wrong = known.config(config);
  // Authorizers do not say whose they are.
  return wrong && `${path && sort === 'validator' ? `${path}: ` : ''}${wrong}`;
}

/** What the first rule that a value breaks says of it. */
export function broken(sort: Sort, rules: readonly Rule[] = [], value: unknown, at: Situation): string | undefined {
  for (const { type, config = {} } of rules) {
    const wrong = SORTS[sort][type]?.judge(value, config, at);
    if (wrong) return wrong;
  }
  return undefined;
}
