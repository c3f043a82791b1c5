import type { IncomingHttpHeaders } from 'node:http';

/** A request as a cloud's handlers see it. */
export interface CloudRequest {
  readonly method: string;
  /** Path below the cloud's prefix, e.g. `/servers/42`. */
  readonly path: string;
  /** Path template of the matched route, e.g. `/servers/{id}`; `''` where no route matched. */
  readonly template: string;
  /** Values of the template's `{names}`, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Body as sent. */
  readonly text: string;
  /** Body parsed where it is JSON, else `undefined`. */
  readonly body: unknown;
  /** Absolute URL as the client called it, for Link headers. */
  readonly url: URL;
}

/** What a handler answers. A string or Buffer body is sent as it is, anything else as JSON, `undefined` as no body. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One operation of a cloud's API. Handlers are synchronous, so each request is one transaction. */
export interface Route {
  readonly method: string;
  /** Path below the cloud's prefix, as the vendor's own description writes it: `/servers/{id}/actions/poweron`. */
  readonly path: string;
  /** What is sent and answered here is a secret as a whole, and is not JSON with fields that could be taken out of it. */
  readonly secretBodies?: boolean;
  /** What it answers follows from the address alone (a catalogue): it is worked out once for each, since every new client asks for it. */
  readonly fixed?: boolean;
  handle(request: CloudRequest): Reply;
}
