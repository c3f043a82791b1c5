import type { Recorded } from '../exchange.js';
import type { Document } from './document.js';
import type { Json } from './json.js';
import { type Parameter, valueOfTexts } from './parameters.js';
import { PathTemplates } from './paths.js';
import { Schemas } from './schemas.js';

const JSON_TYPE = 'application/json';

interface Content {
  readonly content?: Record<string, { schema?: Json }>;
}

export interface WireOperation {
  readonly parameters?: readonly (Parameter | { $ref: string })[];
  readonly requestBody?: Content & { required?: boolean };
  readonly responses: Record<string, Content>;
}

export interface Operation {
  /** `POST /servers`. */
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
  readonly wire: WireOperation;
  /** What holds for all methods of the path. */
  readonly shared: readonly (Parameter | { $ref: string })[];
}

export interface Dialect {
  /** Makes JSON Schema of what the vendor writes, by direction. */
  rewrite: Record<'request' | 'response', (schema: Json) => void>;
  /** Picks the one of several bodies that the request's headers ask for. */
  pick?(schema: Json, exchange: Recorded, body: unknown): Json;
}

/** One OpenAPI document, by which exchanges are judged. */
export class Api {
  private readonly templates: PathTemplates;
  private readonly sides: Record<'request' | 'response', Schemas>;

  constructor(
    readonly document: Document,
    private readonly dialect: Dialect,
  ) {
    this.templates = new PathTemplates(document.paths);
    const side = (direction: 'request' | 'response') => new Schemas(document, dialect.rewrite[direction]);
    this.sides = { request: side('request'), response: side('response') };
  }

  find(method: string, path: string): Operation | undefined {
    for (const { template, params } of this.templates.match(path)) {
      const item = this.document.path(template);
      const wire = item[method.toLowerCase()] as WireOperation | undefined;
      const shared = (item['parameters'] ?? []) as Operation['shared'];
      if (wire) return { id: `${method} ${template}`, params, wire, shared };
    }
    return undefined;
  }

  /** What is wrong with the parameters and the body that were sent. */
  requestProblems(operation: Operation, exchange: Recorded): string[] {
    const { id, params, wire, shared } = operation;
    const { searchParams } = new URL(exchange.path, 'http://any');
    const problems: string[] = [];
    const described = [...shared, ...(wire.parameters ?? [])].map((one) => this.parameter(one));
    const check = (parameter: Parameter, texts: readonly string[]) => {
      const { in: where, name, schema = {} } = parameter;
      const found = this.sides.request.problems(
        `${id} ${where} ${name}`,
        () => schema,
        valueOfTexts(texts, { ...parameter, schema: this.plain(schema) }),
      );
      problems.push(...found.map((problem) => `${where} parameter ${name}: ${problem}`));
    };
    for (const parameter of described) {
      if (parameter.in === 'path') check(parameter, [params[parameter.name] ?? '']);
      if (parameter.in !== 'query') continue;
      const texts = searchParams.getAll(parameter.name);
      if (texts.length > 0) check(parameter, texts);
      else if (parameter.required) problems.push(`query parameter ${parameter.name} is missing`);
    }
    const names = new Set(described.filter((one) => one.in === 'query').map(({ name }) => name));
    for (const name of new Set(searchParams.keys())) {
      if (!names.has(name)) problems.push(`query parameter ${name} is not described`);
    }
    return [
      ...problems,
      ...this.bodyProblems('request', `${id} request`, wire.requestBody, exchange.requestBody, exchange),
    ];
  }

  /** What is wrong with the status and the body that came back. */
  responseProblems({ id, wire }: Operation, exchange: Recorded): string[] {
    const status = exchange.status ?? 0;
    const range = [`${Math.floor(status / 100)}xx`, `${Math.floor(status / 100)}XX`, 'default'];
    const key = [String(status), ...range].find((one) => one in wire.responses);
    if (key === undefined) return [`status ${status} is not described, but ${Object.keys(wire.responses).join(', ')}`];
    return this.bodyProblems('response', `${id} ${key}`, wire.responses[key], exchange.responseBody, exchange);
  }

  private bodyProblems(
    side: 'request' | 'response',
    key: string,
    described: (Content & { required?: boolean }) | undefined,
    body: unknown,
    exchange: Recorded,
  ): string[] {
    const schema = described?.content?.[JSON_TYPE]?.schema;
    const headers = side === 'request' ? exchange.requestHeaders : exchange.responseHeaders;
    const otherwise = Object.keys(described?.content ?? {}).filter((type) => type !== JSON_TYPE);
    const type = headers['content-type']?.split(';')[0] ?? '';
    if (body !== undefined && type !== JSON_TYPE && otherwise.some((one) => one === type || one === '*/*')) return [];
    if (!schema) return body === undefined ? [] : [`${side} has a body, and none is described`];
    if (body === undefined) {
      const needed = side === 'response' || described?.required;
      return needed && Object.keys(schema).length > 0 ? [`${side} has no body`] : [];
    }
    const picked = this.dialect.pick?.(schema, exchange, body) ?? schema;
    const variant = picked === schema ? key : `${key} ${JSON.stringify(picked).slice(0, 200)}`;
    return this.sides[side].problems(variant, () => picked, body).map((problem) => `${side} ${problem}`);
  }

  /** The schema that tells the type: without references and the choice of null. */
  private plain(schema: Json): Json {
    if (typeof schema['$ref'] === 'string') return this.plain(this.document.component(schema['$ref']));
    const [choice] = (schema['anyOf'] as Json[] | undefined) ?? [];
    return choice ? this.plain(choice) : schema;
  }

  private parameter(one: Parameter | { $ref: string }): Parameter {
    return '$ref' in one ? (this.document.component(one.$ref) as unknown as Parameter) : one;
  }
}
