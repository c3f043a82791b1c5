import { Hansa, isCloudError } from '@hansa/sdk';
import { type ConfigureContext, type ObjectValue, whollyKnown } from '@hansa/terraform-plugin';
import { dataDiagnostic, errorDiagnostic, SaidOnce } from '../diagnostics/index.js';
import type { Client } from './client.js';
import { Costs } from './costs.js';
import { inPolicy } from './policy.js';
import { settingsOf } from './settings.js';
import type { Surroundings } from './surroundings.js';

/** How long one list answers a refresh, ms: a plan reads each thing once, and most of them within seconds. */
const SNAPSHOT_MS = 30_000;

/** Makes the client. Clouds are connected when a resource first needs them. */
export async function configure(
  config: ObjectValue,
  { diagnostics, log, defer }: ConfigureContext,
  surroundings: Surroundings = {},
): Promise<Client> {
  const options = {
    ...surroundings,
    snapshotMs: SNAPSHOT_MS,
    onRetry: ({ request, error, attempt, waitMs }: RetryEvent) =>
      log.info(`waiting to repeat: ${error.details.message}`, {
        method: request.method,
        path: request.path,
        attempt,
        wait_ms: Math.round(waitMs),
      }),
    onExchange: (exchange: object) => log.debug('exchange', { ...exchange }),
  };
  if (!whollyKnown(config)) {
    defer('provider-config-unknown');
    return clientOf(new Hansa(options));
  }
  try {
    const hansa = new Hansa({ ...options, ...settingsOf(config) });
    await hansa.readPolicy();
    return clientOf(hansa);
  } catch (error) {
    if (!isCloudError(error)) throw error;
    const { attribute: at = [] } = error.details;
    const own = at[0] === 'owner' || at[0] === 'clouds';
    diagnostics.add(own ? { ...errorDiagnostic(error, {}), at: at.slice(0, 2) } : dataDiagnostic(error, inPolicy));
    return clientOf(new Hansa(options));
  }
}

function clientOf(hansa: Hansa): Client {
  return { hansa, said: new SaidOnce(), costs: new Costs(hansa) };
}

type RetryEvent = Parameters<NonNullable<NonNullable<ConstructorParameters<typeof Hansa>[0]>['onRetry']>>[0];
