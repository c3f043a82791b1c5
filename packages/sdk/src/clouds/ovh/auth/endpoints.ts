import { CloudError } from '../../../errors/index.js';

export interface Endpoint {
  /** Base URL of the API, version included. */
  url: string;
  /** Where service accounts get their tokens. */
  tokenUrl: string;
  /** Subsidiary whose price list counts where none is named. */
  subsidiary: string;
}

/** The APIs by the names that the vendor's clients give them (github.com/ovh/go-ovh, ovh/ovh.go, read 2026-11). */
const NAMED: Readonly<Record<string, Endpoint>> = {
  'ovh-eu': {
    url: 'https://eu.api.ovh.com/1.0',
    tokenUrl: 'https://www.ovh.com/auth/oauth2/token',
    subsidiary: 'FR',
  },
  'ovh-ca': { url: 'https://ca.api.ovh.com/1.0', tokenUrl: 'https://ca.ovh.com/auth/oauth2/token', subsidiary: 'CA' },
  'ovh-us': {
    url: 'https://api.us.ovhcloud.com/1.0',
    tokenUrl: 'https://us.ovhcloud.com/auth/oauth2/token',
    subsidiary: 'US',
  },
};

/** The API that a name or a URL means. @throws CloudError `invalid` for what is neither */
export function endpointOf(text: string): Endpoint {
  const named = NAMED[text];
  if (named) return named;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new CloudError('invalid', {
      attribute: ['endpoint'],
      message: `"${text}" is no endpoint of OVHcloud with a Public Cloud`,
      next: [`use ${Object.keys(NAMED).join(', ')}, or a URL such as https://eu.api.ovh.com/1.0`],
    });
  }
  const url = text.replace(/\/+$/, '');
  const host = new URL(url).host;
  const vendors = Object.values(NAMED).find((one) => new URL(one.url).host === host);
  if (vendors) return { ...vendors, url: /\/(1\.0|v1)$/.test(url) ? url : `${url}/1.0` };
  return { url, tokenUrl: `${url.replace(/\/(1\.0|v1)$/, '')}/auth/oauth2/token`, subsidiary: 'FR' };
}
