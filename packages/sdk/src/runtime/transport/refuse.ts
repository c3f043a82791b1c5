import { CloudError } from '../../errors/index.js';
import type { HttpRequest, HttpResponse, Link } from './http.js';

/** Turns every refusal (status 400 and above) into the CloudError that the cloud says it is, and what no API says into one of ours. */
export function refuse(refusal: (response: HttpResponse, request: HttpRequest) => CloudError): Link {
  return (next) => async (request) => {
    const response = await next(request);
    if (response.status < 300 && !isPage(response)) return response;
    if (response.status < 400) throw notTheApi(response, request);
    const error = refusal(response, request);
    // A refusal that the cloud could read is an answer (sold out comes as 503 too); one that it could not read says nothing of what was done.
    const unsure = response.status >= 500 && error.code === 'unavailable' && !error.details.retryable;
    throw unsure && error.details.ambiguous === undefined ? error.with({ ambiguous: true }) : error;
  };
}

/** A page for people, as a captive network, a proxy's login or a mistyped endpoint sends it. */
function isPage({ headers, body }: HttpResponse): boolean {
  return typeof body === 'string' && (headers['content-type'] ?? '').startsWith('text/html');
}

/** Credentials are not carried to wherever a redirect leads: no API of a cloud sends one. */
function notTheApi({ status, headers }: HttpResponse, request: HttpRequest): CloudError {
  const to = headers['location']?.split('?')[0];
  const what = status < 300 ? 'with a web page' : `with a redirect${to ? ` to ${to}` : ''}`;
  return new CloudError('unavailable', {
    message: `${request.method} ${request.path.split('?')[0]} was answered ${what}, not by the API`,
    next: ['check the endpoint (https?), and whether a proxy or a login page stands in between'],
    vendor: { status },
    ambiguous: status < 300,
  });
}
