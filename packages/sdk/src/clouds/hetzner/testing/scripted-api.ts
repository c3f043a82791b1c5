import { chain, type HttpRequest, type HttpResponse } from '../../../runtime/transport/http.js';
import { refuse } from '../../../runtime/transport/refuse.js';
import { HetznerApi } from '../api.js';
import { refusal } from '../errors.js';

/** What a test's Hetzner answers: a body, or a whole response. Undefined is a 404. */
export type Script = (request: HttpRequest) => unknown;

/** An API client whose answers are written by hand, and the requests that it sent. For unit tests. */
export function scriptedApi(script: Script): { api: HetznerApi; sent: HttpRequest[]; pass(ms: number): void } {
  const sent: HttpRequest[] = [];
  let now = Date.UTC(2026, 10, 1);
  const answer = async (request: HttpRequest): Promise<HttpResponse> => {
    sent.push(request);
    const body = script(request);
    if (body === undefined) return { status: 404, headers: {}, body: { error: { code: 'not_found', message: 'no' } } };
    return { status: 200, headers: {}, body };
  };
  const pass = (ms: number) => {
    now += ms;
  };
  const clock = { now: () => now, sleep: async (ms: number) => pass(ms) };
  return { api: new HetznerApi(chain([refuse(refusal)], answer), clock), sent, pass };
}

/** `POST /servers/1/actions/poweron {…}` of each request that changes something. */
export function changes(sent: readonly HttpRequest[]): string[] {
  const mutating = sent.filter(({ method }) => method !== 'GET');
  return mutating.map(({ method, path, body }) =>
    [method, path, ...(body === undefined ? [] : [JSON.stringify(body)])].join(' '),
  );
}
