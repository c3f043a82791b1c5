import type { HttpRequest, HttpResponse, Send } from './http.js';

/** A request as it goes out: a whole address, and a body as text. */
export interface WireRequest {
  method: HttpRequest['method'];
  url: string;
  headers: Record<string, string>;
  text?: string;
  signal?: AbortSignal;
}

/** What carries requests: HTTP, or in tests whatever answers in this process. Whatever status comes is an answer; its body is text. */
export type Wire = (request: WireRequest) => Promise<HttpResponse>;

/** The end of every chain: addresses below `baseUrl`, bodies as text, handed to `wire`. */
export function onWire(baseUrl: string, wire: Wire): Send {
  const base = baseUrl.replace(/\/+$/, '');
  return ({ method, path, query, headers, body, text, signal }) => {
    const at = /^https?:\/\//.test(path) ? path : base + path;
    const content =
      text ?? (body === undefined ? undefined : { content: JSON.stringify(body), type: 'application/json' });
    return wire({
      method,
      url: query ? withQuery(at, query) : at,
      headers: { accept: 'application/json', ...(content ? { 'content-type': content.type } : {}), ...headers },
      text: content?.content,
      signal,
    });
  };
}

/** Lists repeat their key, as all our clouds want it. */
function withQuery(url: string, query: NonNullable<HttpRequest['query']>): string {
  const out = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) out.append(key, String(one));
  }
  const text = out.toString();
  return text === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${text}`;
}
