import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { REDACTED } from '../exchange.js';
import type { Document } from './document.js';
import { type Json, walkSchemas } from './json.js';

/** Names that vendors give to what JSON Schema does not check. */
const FREE_FORMATS = ['int32', 'uint32', 'int64', 'uint64', 'float', 'double', 'xfs'];

/** Patterns written for Python may escape what JavaScript wants plain. */
function pattern(source: string, flags: string): RegExp {
  return new RegExp(source.replaceAll(/\\([^\w\\^$.*+?()[\]{}|/-])/g, '$1'), flags);
}
pattern.code = 'pattern';

/** One direction of a document: requests and answers differ in what is required and what may be there. */
export class Schemas {
  private readonly ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    logger: false,
    code: { regExp: pattern },
  });
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly added = new Set<string>();

  /** `rewrite` makes JSON Schema of what the vendor writes; it changes its argument. */
  constructor(
    private readonly document: Document,
    private readonly rewrite: (schema: Json) => void,
  ) {
    addFormats(this.ajv as never);
    for (const format of FREE_FORMATS) this.ajv.addFormat(format, true);
    this.ajv.addFormat('decimal', /^-?\d+(\.\d+)?$/);
  }

  /** What is wrong with a value; compiled at first use. */
  problems(key: string, schema: () => Json, value: unknown): string[] {
    let validate = this.compiled.get(key);
    if (!validate) {
      validate = this.ajv.compile(this.prepared(schema()));
      this.compiled.set(key, validate);
    }
    if (validate(value)) return [];
    return leaves(validate.errors ?? []).map(told);
  }

  private prepared(schema: Json): Json {
    const copy = structuredClone(schema);
    this.rewrite(copy);
    const refs = new Set<string>();
    walkSchemas(copy, (one) => {
      const ref = one['$ref'];
      if (typeof ref !== 'string' || !ref.startsWith('#/')) return;
      refs.add(ref);
      one['$ref'] = idOf(ref);
    });
    for (const ref of refs) {
      if (this.added.has(ref)) continue;
      this.added.add(ref);
      this.ajv.addSchema(this.prepared(this.document.component(ref)), idOf(ref));
    }
    return copy;
  }
}

/**
 * The errors that tell something: what was redacted in the recording cannot be judged, a choice is wrong where its options are, and
 * that something is not null is no news where it may be more than that.
 */
function leaves(errors: readonly ErrorObject[]): ErrorObject[] {
  const wrong = errors.filter(({ data }) => data !== REDACTED);
  const told = wrong.filter(({ keyword, params }) => !CHOICES.includes(keyword) && params['type'] !== 'null');
  return told.length > 0 ? told : wrong.filter(({ keyword }) => !CHOICES.includes(keyword));
}

const CHOICES = ['oneOf', 'anyOf', 'if'];

function told({ instancePath, message, params, data }: ErrorObject): string {
  const { additionalProperty, unevaluatedProperty, allowedValues } = params as Record<string, unknown>;
  const detail = additionalProperty ?? unevaluatedProperty ?? allowedValues;
  const value = typeof data === 'object' && data !== null ? '' : `, is ${JSON.stringify(data)?.slice(0, 80)}`;
  // Positions in lists and keys of maps are left out: one defect is one line, however many things have it.
  const where = instancePath.replaceAll(/\/[A-Z\d][A-Z\d-]*(?=\/|$)/g, '/*') || '/';
  return `${where} ${message}${detail === undefined ? '' : ` (${JSON.stringify(detail)})`}${value}`;
}

function idOf(ref: string): string {
  return `component:${encodeURIComponent(ref.slice(2))}`;
}
