import type { HttpRequest } from '../../../runtime/transport/http.js';

/** The request with its URL and body exactly as they go over the wire, since the signature is made over both. */
export function asSent(request: HttpRequest, baseUrl: string): HttpRequest {
  const { body, query, ...rest } = request;
  const url = new URL(/^https?:/.test(request.path) ? request.path : `${baseUrl}${request.path}`);
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) url.searchParams.append(name, String(one));
  }
  const text = body === undefined ? request.text : { content: JSON.stringify(body), type: 'application/json' };
  return { ...rest, path: url.href, ...(text ? { text } : {}) };
}
