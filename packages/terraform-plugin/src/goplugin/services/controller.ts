import { GRPCControllerDefinition } from '../../protocol/plugin.gen.js';
import { type Route, routesOf } from '../grpc/service.js';

/** The host asks us to end: `settle` is awaited before the reply, `end` runs when the reply has left. */
export function controller(hooks: { settle(): Promise<void>; end(): void }): [string, Route][] {
  return routesOf(GRPCControllerDefinition, {
    shutdown: async (_request, call) => {
      await hooks.settle();
      call.afterReply(hooks.end);
      return {};
    },
  });
}
