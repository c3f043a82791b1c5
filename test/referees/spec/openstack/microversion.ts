import type { Recorded } from '../exchange.js';
import type { Document } from '../openapi/document.js';
import { isObject, type Json } from '../openapi/json.js';

interface Mark {
  discriminator?: string;
  'min-ver'?: string;
  'max-ver'?: string;
}

/** The one of several bodies that a request means: by its action, then by the microversion that its header asks for. */
export function pickBody(document: Document, schema: Json, exchange: Recorded, body: unknown): Json {
  const whole = resolve(document, schema);
  const { discriminator } = (whole['x-openstack'] as Mark | undefined) ?? {};
  const options = whole['oneOf'] as Json[] | undefined;
  if (!options || !discriminator) return schema;
  if (discriminator === 'action') {
    const [action = ''] = isObject(body) ? Object.keys(body) : [];
    const meant = options.find((option) => keys(document, option).includes(action));
    return meant ? pickBody(document, meant, exchange, body) : schema;
  }
  const version = microversion(exchange);
  return (
    options.find((option) => within(version, resolve(document, option)['x-openstack'] as Mark | undefined)) ?? schema
  );
}

/** `2.79` of `OpenStack-API-Version: compute 2.79`. */
function microversion({ requestHeaders }: Recorded): string {
  return requestHeaders['openstack-api-version']?.split(' ')[1] ?? '2.1';
}

function within(version: string, mark: Mark = {}): boolean {
  return (
    (!mark['min-ver'] || compare(mark['min-ver'], version) <= 0) &&
    (!mark['max-ver'] || compare(version, mark['max-ver']) <= 0)
  );
}

function compare(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  return (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0);
}

function keys(document: Document, schema: Json): string[] {
  const whole = resolve(document, schema);
  const inner = ((whole['oneOf'] as Json[] | undefined) ?? []).flatMap((option) => keys(document, option));
  return [...Object.keys((whole['properties'] as Json | undefined) ?? {}), ...inner];
}

function resolve(document: Document, schema: Json): Json {
  return typeof schema['$ref'] === 'string' ? document.component(schema['$ref']) : schema;
}
