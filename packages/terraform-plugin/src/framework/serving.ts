import type { Route } from '../goplugin/grpc/service.js';
import type { Logger } from '../goplugin/log.js';
import type { Calm } from './after-reply.js';
import { ProviderServer, type ProviderSource } from './provider-server.js';
import { providerRoutes } from './rpc/index.js';

export { UNTIL_RECORDED } from './after-reply.js';

/** A provider and the calls that it answers. */
export interface Serving {
  readonly server: ProviderServer;
  readonly routes: [string, Route][];
}

/** Gets a provider ready to answer; that it is loaded at all is begun by a call, or by `preload`. */
export function serving(provider: ProviderSource, log: Logger, calm?: Calm): Serving {
  const server = new ProviderServer(provider, log, calm);
  return { server, routes: providerRoutes(server) };
}
