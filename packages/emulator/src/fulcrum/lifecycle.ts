import { invalid } from './errors.js';

export interface Transition {
  from: string;
  to: string;
  onError?: boolean;
  onErrorRegexp?: string;
}

export interface LifecycleSchema {
  states: { name: string }[];
  actions: { name: string; requestSchemaType?: string; transitions: Transition[] }[];
  initialState: string;
  terminalStates: string[];
  runningStates?: string[];
}

/** The state after an action that succeeded, or failed with those words; undefined where the schema knows no such transition. */
export function nextState(
  { actions }: LifecycleSchema,
  state: string,
  action: string,
  error?: string,
): string | undefined {
  const from = (actions.find(({ name }) => name === action)?.transitions ?? []).filter((one) => one.from === state);
  if (error === undefined) return from.find(({ onError }) => !onError)?.to;
  return from.find(({ onError, onErrorRegexp: words }) => onError && (!words || expression(words).test(error)))?.to;
}

/** @throws Refusal where no transition of that action begins in that state */
export function mustAllow({ actions }: LifecycleSchema, state: string, action: string): void {
  const found = actions.find(({ name }) => name === action);
  if (!found) throw invalid(`action "${action}" not found in lifecycle schema`);
  if (!found.transitions.some(({ from }) => from === state))
    throw invalid(`action "${action}" is not allowed from state "${state}"`);
}

export const isTerminal = ({ terminalStates }: LifecycleSchema, state: string): boolean =>
  (terminalStates ?? []).includes(state);

/** @throws Refusal for a schema that names states there are not, or says nothing */
export function mustBeLifecycle(schema: LifecycleSchema): void {
  const wrong = wrongWith(schema);
  if (wrong) throw invalid(`lifecycle schema validation failed: ${wrong}`);
}

function wrongWith(schema: LifecycleSchema): string | undefined {
  const { states, actions, initialState, terminalStates = [], runningStates = [] } = schema;
  if (states.length === 0) return 'lifecycle must have at least one state';
  const names = states.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (names.includes('')) return 'lifecycle state name cannot be empty';
  if (twice) return `duplicate lifecycle state name: ${twice}`;
  if (!initialState) return 'lifecycle must have an initial state';
  const named = { initial: [initialState], terminal: terminalStates, running: runningStates };
  for (const [role, all] of Object.entries(named)) {
    const stray = all.find((name) => !names.includes(name));
    if (stray !== undefined) return `lifecycle ${role} state "${stray}" does not exist in states list`;
  }
  if (actions.length === 0) return 'lifecycle must have at least one action';
  for (const [i, { name, transitions }] of actions.entries()) {
    if (!name) return 'lifecycle action name cannot be empty';
    if (actions.findIndex((one) => one.name === name) !== i) return `duplicate lifecycle action name: ${name}`;
    if (transitions.length === 0) return `lifecycle action "${name}" must have at least one transition`;
    for (const { from, to, onErrorRegexp } of transitions) {
      if (!names.includes(from)) return `lifecycle action "${name}" transition references invalid from state "${from}"`;
      if (!names.includes(to)) return `lifecycle action "${name}" transition references invalid to state "${to}"`;
      if (onErrorRegexp && !isExpression(onErrorRegexp))
        return `lifecycle action "${name}" transition has invalid error regexp "${onErrorRegexp}": ${EXPRESSION_WORDS}`;
    }
  }
  return undefined;
}

/** Go's expressions, as far as JavaScript writes them alike; its `(?i)` at the beginning is a flag here. */
export function expression(source: string): RegExp {
  const [, flags = '', rest = source] = /^\(\?([ims]+)\)(.*)$/s.exec(source) ?? [];
  return new RegExp(rest, flags);
}

/** How the core begins what it says of an expression; Go's own words follow there. */
export const EXPRESSION_WORDS = 'error parsing regexp';

export function isExpression(source: string): boolean {
  try {
    expression(source);
    // What Go's engine does not know, and JavaScript's does.
    return !/\(\?<?[=!]|\\[1-9]/.test(source);
  } catch {
    return false;
  }
}
