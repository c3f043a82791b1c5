import { CloudError } from '../errors/index.js';
import type { Service } from './service.js';
import type { WireNetwork } from './wire.js';

/**
 * The external network that public addresses come from: the one that the settings name, the one that is usual at that vendor, the one
 * that the cloud marks as default, or the only one. Null where there is none, or where the settings say `none`.
 *
 * @param usual name of the one that is known to serve, where it is there
 */
export async function externalNetwork(
  network: Service,
  wanted: string | undefined,
  usual?: string,
): Promise<WireNetwork | null> {
  if (wanted === 'none') return null;
  const all = await network.pages<WireNetwork>('/networks', 'networks', { 'router:external': true });
  const names = all.map(({ name }) => name).join(', ');
  if (wanted !== undefined) {
    const found = all.find(({ id }) => id === wanted) ?? all.find(({ name }) => name === wanted);
    if (found) return found;
    throw new CloudError('invalid', {
      attribute: ['externalNetwork'],
      message: `the cloud has no external network "${wanted}"`,
      next: [
        names
          ? `set external_network in the settings to one of ${names}`
          : 'leave external_network out: the cloud has none',
      ],
    });
  }
  const chosen =
    all.find(({ name }) => name === usual) ??
    all.find(({ is_default }) => is_default) ??
    (all.length === 1 ? all[0] : undefined);
  if (chosen || all.length === 0) return chosen ?? null;
  throw new CloudError('invalid', {
    attribute: ['externalNetwork'],
    message: `the cloud has several external networks, ${names}, and marks none as default`,
    next: [`set external_network in the settings to one of ${names}, or to none`],
  });
}
