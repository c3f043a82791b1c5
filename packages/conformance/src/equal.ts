import type { AnyKind } from '@hansa/sdk';

type Values = Readonly<Record<string, unknown>>;

/** Names of what is promised in `spec` and does not stand in `state`. Write-only attributes are promised to stay out. */
export function broken(kind: AnyKind, spec: Values, state: Values): string[] {
  return Object.entries(spec).flatMap(([name, want]) => {
    const attribute = kind.attributes[name];
    const have = state[name];
    if (attribute?.writeOnly) return name in state ? [`${name} is stored`] : [];
    return holds(want, have) ? [] : [`${name} is ${JSON.stringify(have)}, not ${JSON.stringify(want)}`];
  });
}

/** Whether everything that was said stands there; what the cloud adds is allowed. */
function holds(want: unknown, have: unknown): boolean {
  if (want === null || want === undefined) return have === null || have === undefined;
  if (Array.isArray(want))
    return Array.isArray(have) && want.length === have.length && want.every((item, i) => holds(item, have[i]));
  if (typeof want === 'object') {
    return (
      typeof have === 'object' && have !== null && Object.entries(want).every(([k, v]) => holds(v, (have as Values)[k]))
    );
  }
  return Object.is(want, have);
}

export function assertThat(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
}

export function assertNone(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join('; '));
}
