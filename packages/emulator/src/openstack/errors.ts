import type { CloudRequest, Reply } from '../core/http.js';

/** The services by the first part of their paths here, which is their type in the catalogue. */
export type ServiceName = 'identity' | 'compute' | 'network' | 'volumev3' | 'image';

/** Thrown by handlers: what the service answers. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`refused with ${status}`);
  }

  reply(): Reply {
    return { status: this.status, headers: this.headers, body: this.body };
  }
}

/** Names that Nova and Cinder give statuses in their bodies. */
const FAULTS: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'itemNotFound',
  405: 'badMethod',
  409: 'conflictingRequest',
  413: 'overLimit',
  415: 'badMediaType',
  429: 'overLimit',
  501: 'notImplemented',
  503: 'serviceUnavailable',
};

/** A refusal of Nova or Cinder. */
export function fault(status: number, message: string, headers: Record<string, string> = {}): Refusal {
  return new Refusal(status, { [FAULTS[status] ?? 'computeFault']: { code: status, message } }, headers);
}

/** A refusal of Neutron. */
export function neutronError(status: number, type: string, message: string): Refusal {
  return new Refusal(status, { NeutronError: { type, message, detail: '' } });
}

/** A refusal of Keystone, and of its middleware in front of the others. */
export function keystoneError(status: number, title: string, message: string): Refusal {
  return new Refusal(status, { error: { code: status, message, title } });
}

/** A refusal of Glance, which answers pages to who takes them, else JSON. */
export function page(
  { headers: asked }: CloudRequest,
  status: number,
  title: string,
  text: string,
  headers: Record<string, string> = {},
): Refusal {
  if (/^application\/json$/.test(asked.accept ?? ''))
    return new Refusal(status, { code: `${status} ${title}`, title, message: text }, headers);
  const body = `<html>\n <head>\n  <title>${status} ${title}</title>\n </head>\n <body>\n  <h1>${status} ${title}</h1>\n  ${text}<br /><br />\n\n\n </body>\n</html>`;
  return new Refusal(status, body, { ...headers, 'content-type': 'text/html; charset=UTF-8' });
}

const CHALLENGE = { 'WWW-Authenticate': 'Keystone uri="http://127.0.0.1/identity"' };
const LOGIN = 'The request you have made requires authentication.';

export const unauthorized = () =>
  new Refusal(401, { error: { code: 401, title: 'Unauthorized', message: LOGIN } }, CHALLENGE);

/** The same in front of Glance. */
export const imageUnauthorized = (request: CloudRequest) => page(request, 401, 'Unauthorized', LOGIN, CHALLENGE);

/** What a service says by a bare status. */
export function bare(service: ServiceName | undefined, status: number, request: CloudRequest): Reply {
  const words =
    WORDS[status] ??
    (status >= 500 ? 'The server has either erred or is incapable of performing the requested operation.' : 'Refused');
  switch (service) {
    case 'compute':
    case 'volumev3':
      return fault(status, words).reply();
    case 'network':
      return neutronError(
        status,
        status === 404 ? 'HTTPNotFound' : status >= 500 ? 'HTTPInternalServerError' : 'HTTPBadRequest',
        words,
      ).reply();
    case 'image':
      return page(request, status, words.split('.')[0] ?? '', words).reply();
    default:
      return keystoneError(status, words.split('.')[0] ?? '', words).reply();
  }
}

const WORDS: Readonly<Record<number, string>> = {
  400: 'Malformed request body',
  404: 'The resource could not be found.',
  405: 'The method is not allowed for this resource.',
  429: 'Too Many Requests.',
  503: 'The service is unavailable.',
};
