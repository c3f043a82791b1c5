import type { CloudRequest } from '../core/http.js';
import { Refusal } from './errors.js';
import type { Json } from './records.js';

const MOST = 1000;

/** One page of what a collection holds: `?labels=a=b,c!=d&limit=10&skipToken=…`. */
export function listed(request: CloudRequest, provider: string, resource: string, all: readonly Json[]): Json {
  const { query, headers } = request;
  const limit = Number(query.get('limit') ?? MOST);
  if (!Number.isInteger(limit) || limit < 1) throw new Refusal(400, 'the limit is not valid');
  const skip = Number(Buffer.from(query.get('skipToken') ?? 'MA', 'base64').toString());
  if (!Number.isInteger(skip) || skip < 0) throw new Refusal(400, 'the token is not valid');
  const terms = (query.get('labels') ?? '').split(',').filter(Boolean);
  const deleted = /deleted=(true|only)/.exec(headers.accept ?? '')?.[1];
  const chosen = all
    .filter((one) => terms.every((term) => carries((one['labels'] ?? {}) as Record<string, string>, term)))
    .filter((one) => {
      const gone = 'deletedAt' in (one['metadata'] as Json);
      return deleted === 'only' ? gone : deleted === 'true' || !gone;
    });
  const end = skip + limit;
  const token = chosen.length > end ? { skipToken: Buffer.from(String(end)).toString('base64') } : {};
  return { items: chosen.slice(skip, end), metadata: { provider: `${provider}/v1`, resource, verb: 'GET', ...token } };
}

function carries(labels: Record<string, string>, term: string): boolean {
  const [, key = '', operator, value = ''] = /^([^!=<>]+)(!=|=|>=|<=|>|<)(.*)$/.exec(term) ?? [];
  const label = labels[key];
  if (operator === '=') return label === value;
  if (operator === '!=') return label !== value;
  if (operator === undefined) throw new Refusal(400, `"${term}" is no selector`);
  if (label === undefined) return false;
  const [a, b] = [Number(label), Number(value)];
  return operator === '>' ? a > b : operator === '<' ? a < b : operator === '>=' ? a >= b : a <= b;
}
