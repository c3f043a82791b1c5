import { Hansa, isCloudError } from '@hansa/sdk';
import { type ConfigureContext, type ObjectValue, whollyKnown } from '@hansa/terraform-plugin';
import { errorDiagnostic, SaidOnce } from '../diagnostics/index.js';
import type { Client } from './client.js';
import { settingsOf } from './settings.js';

/** How long one list answers a refresh, ms: a plan reads each thing once, and most of them within seconds. */
const SNAPSHOT_MS = 30_000;

/** Makes the client. Clouds are connected when a resource first needs them. */
export function configure(config: ObjectValue, { diagnostics, log, defer }: ConfigureContext): Client {
  const options = {
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
  const said = new SaidOnce();
  if (!whollyKnown(config)) {
    defer('provider-config-unknown');
    return { said, hansa: new Hansa(options) };
  }
  try {
    return { said, hansa: new Hansa({ ...options, ...settingsOf(config) }) };
  } catch (error) {
    if (!isCloudError(error)) throw error;
    diagnostics.add({ ...errorDiagnostic(error, {}), at: (error.details.attribute ?? []).slice(0, 2) });
    return { said, hansa: new Hansa(options) };
  }
}

type RetryEvent = Parameters<NonNullable<NonNullable<ConstructorParameters<typeof Hansa>[0]>['onRetry']>>[0];
