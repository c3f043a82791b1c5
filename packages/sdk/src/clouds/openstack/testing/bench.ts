import { randomBytes } from 'node:crypto';
import { Hansa } from '../../../hansa.js';
import type { HansaOptions } from '../../../runtime/options.js';
import type { Exchange } from '../../../runtime/transport/index.js';

/** Path of the `clouds.yaml` of an OpenStack that tests may use; `scripts/openstack/up.sh` makes one. */
const file = process.env['HANSA_TEST_OPENSTACK'];
if (!file) {
  process.stderr.write(
    'OpenStack: skipped, HANSA_TEST_OPENSTACK names no clouds.yaml (scripts/openstack/up.sh brings one up)\n',
  );
}
/** `describe` where there is a real OpenStack, else skipped, with the reason said. */
export const describeReal = file ? describe : describe.skip;

/** A public key without a comment. */
export const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICTFWD+mjoZaFa+TaqIp7qN+KGmOClpD3zKcko0PKP5g';
/** A name of this run alone. */
export const unique = (prefix: string): string => `${prefix}-${randomBytes(4).toString('hex')}`;

/** A fresh process, as far as the SDK can tell: no token, nothing cached. */
export function bench(entry = 'hansa', options: Partial<HansaOptions> = {}) {
  const requests: Exchange[] = [];
  const hansa = new Hansa({
    env: { HOME: '/nonexistent', OS_CLIENT_CONFIG_FILE: file },
    clouds: { openstack: { cloud: entry } },
    owner: unique('test'),
    onExchange: (exchange) => requests.push(exchange),
    ...options,
  });
  return { cloud: hansa.cloud('openstack'), requests };
}
