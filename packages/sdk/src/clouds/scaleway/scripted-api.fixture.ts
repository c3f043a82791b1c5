import { CloudError } from '../../errors/index.js';
import type { HttpRequest } from '../../runtime/transport/http.js';
import { ScalewayApi } from './api.js';

export const PROJECT = '105bdce1-64c0-48ab-899d-868455867ecf';

/** What is answered to a request: a body, `{ status }` for a refusal, or a body with headers by `answer`. */
type Reply = object | undefined;

/** An API whose answers come from `script`; `sent` holds what was asked. An undefined answer is a 404. */
export function scriptedApi(script: (request: HttpRequest) => Reply): { api: ScalewayApi; sent: HttpRequest[] } {
  const sent: HttpRequest[] = [];
  const send = async (request: HttpRequest) => {
    sent.push(request);
    const body = script(request);
    if (body === undefined) throw new CloudError('not-found', { message: `nothing at ${request.path}` });
    return { status: 200, headers: {}, body };
  };
  const clock = { now: () => Date.parse('2026-11-01T00:00:00Z'), sleep: async () => {} };
  return { api: new ScalewayApi(send, clock, PROJECT), sent };
}

/** The requests that change something, as `METHOD path`. */
export function changes(sent: readonly HttpRequest[]): string[] {
  return sent.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
}
