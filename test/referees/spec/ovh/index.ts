import { judge } from '../judge.js';
import { Api } from '../openapi/api.js';
import { openstack } from '../openstack/index.js';
import type { Vendor } from '../vendor.js';
import { ovhDocument } from './document.js';
import { drift } from './drift.js';
import { refusalProblems } from './refusals.js';

/** The parts of the API that are used. */
const FILES = ['cloud', 'order', 'auth'] as const;
/** The version, by either of its names. */
const OWN = /^\/(1\.0|v1)(?=\/)/;
/** Neutron of a region, which OpenStack's description tells. */
const NEUTRON = /^\/openstack(\/network)\/[^/]+(?=\/)/;
/** Tokens of service accounts are of OAuth2 (RFC 6749), which no description of OVHcloud tells. */
const TOKENS = '/auth/oauth2/token';

export function ovh(folder: string): Vendor {
  const keep = { request: () => {}, response: () => {} };
  const apis = FILES.map(
    (name) => new Api(ovhDocument(`OVHcloud ${name}`, `${folder}/ovh/v1/${name}.json`, drift), { rewrite: keep }),
  );
  const behind = openstack(folder);
  return {
    cloud: 'ovh',
    operations: apis.flatMap(({ document }) => document.operations).length,
    judge(exchange) {
      const [path = ''] = exchange.path.split('?');
      if (path === TOKENS) return { problems: [] };
      if (NEUTRON.test(path)) return behind.judge({ ...exchange, path: exchange.path.replace(NEUTRON, '$1') });
      if (!OWN.test(path) && (exchange.status ?? 0) < 400) return { problems: ['the vendor has no such version'] };
      return judge(apis, exchange, path.replace(OWN, ''), () => refusalProblems(exchange));
    },
  };
}
