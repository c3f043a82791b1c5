import type { ProviderServer } from '../provider-server.js';
import type { Rpc } from './rpc.js';

/** Ctrl-C: calls in flight see their signal aborted and may still return what they have. */
export const stopProvider =
  (server: ProviderServer): Rpc<'stopProvider'> =>
  () => {
    server.stop();
    return { error: '' };
  };
