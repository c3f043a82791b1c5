import { conform } from '../cty/conform.js';
import { formatPath, type Path } from '../cty/path.js';
import { parseType, type Type } from '../cty/type.js';
import type { ObjectValue, Value } from '../cty/value.js';
import type { Diagnostic } from '../framework/diagnostics.js';
import { pathFromWire } from '../framework/wire/diagnostics.js';
import { decodeValue, encodeValue } from '../framework/wire/values.js';
import { Diagnostic_Severity, type Diagnostic as WireDiagnostic } from '../protocol/value.gen.js';

export const NONE = new Uint8Array(0);

export interface Diagnosed {
  readonly diagnostics: readonly Diagnostic[];
}
export interface Stored extends Diagnosed {
  readonly state: ObjectValue | null;
  readonly privateState: Uint8Array;
}
export interface Planned extends Diagnosed {
  readonly planned: ObjectValue | null;
  readonly replaces: readonly string[];
  readonly privateState: Uint8Array;
  readonly config: ObjectValue | null;
  readonly prior: ObjectValue | null;
}

/** An ephemeral resource that is open. */
export interface Opened extends Diagnosed {
  readonly state: ObjectValue | null;
  readonly renewAt: Date | undefined;
  renew(): Promise<readonly Diagnostic[]>;
  close(): Promise<readonly Diagnostic[]>;
}
/** One of what a list has found. */
export interface Found {
  readonly identity: ObjectValue;
  readonly displayName: string;
  readonly resource: ObjectValue | null;
}
export type Input = { readonly [name: string]: unknown };

export function readType(bytes: Uint8Array | undefined): Type {
  return parseType(JSON.parse(Buffer.from(bytes ?? NONE).toString('utf8') || '"dynamic"'));
}

export function timeOf(time: { seconds: number; nanos: number } | undefined): Date | undefined {
  return time && new Date(time.seconds * 1000 + time.nanos / 1_000_000);
}

export function canonical(type: Type, input: unknown): Value {
  return conform(type, input, ({ at, message }: { at: Path; message: string }) => {
    throw new TypeError(`${formatPath(at)} ${message}`);
  });
}

export function encode(type: Type, input: unknown) {
  return encodeValue(type, canonical(type, input));
}

export function stored(
  type: Type,
  state: Parameters<typeof decodeValue>[1],
  privateState: Uint8Array,
  diagnostics: readonly WireDiagnostic[],
): Stored {
  const value = decodeValue(type, state) as ObjectValue | null;
  return { state: value, privateState, diagnostics: diagnostics.map(fromWire) };
}

export function fromWire({ severity, summary, detail, attribute }: WireDiagnostic): Diagnostic {
  return {
    severity: severity === Diagnostic_Severity.WARNING ? 'warning' : 'error',
    summary,
    ...(detail && { detail }),
    ...(attribute && { at: pathFromWire(attribute) }),
  };
}
