import type { IncomingHttpHeaders } from 'node:http';

/** One request and what became of it, for observers such as a validator against the vendor's description. Not redacted. */
export interface Exchange {
  readonly cloud: string;
  readonly method: string;
  /** Path below the cloud's prefix, with the query. */
  readonly path: string;
  /** Template of the route as in the vendor's description: `/servers/{id}`; `''` where no route matched. */
  readonly template: string;
  /** The route says that its bodies are secrets: a log shows nothing of them. */
  readonly secretBodies: boolean;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly requestHeaders: IncomingHttpHeaders;
  /** Parsed where it is JSON, else the text; `undefined` where there is none. */
  readonly requestBody: unknown;
  /** Status sent, or `undefined` where the connection was reset or hangs. */
  readonly status: number | undefined;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, else the text; `undefined` where there is none. The whole body, also where a fault cut it. */
  readonly responseBody: unknown;
  /** Both bodies as they were sent. */
  readonly requestText: string;
  readonly responseText: string;
  /** On the emulator's clock. */
  readonly at: number;
  /** Kinds of the faults that struck it: what an injected status carries is not the vendor's word. */
  readonly faults: readonly string[];
}

/** One exchange; its bodies are parsed anew at each look, so nobody can change them for others. */
export function exchangeOf(record: Omit<Exchange, 'requestBody' | 'responseBody'>): Exchange {
  return {
    ...record,
    get requestBody() {
      return bodyOf(record.requestText);
    },
    get responseBody() {
      return bodyOf(record.responseText);
    },
  };
}

function bodyOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
