import { HealthCheckResponse_ServingStatus, HealthDefinition } from '../../protocol/health.gen.js';
import { type Route, routesOf } from '../grpc/service.js';
import { untilAborted } from './until-aborted.js';

/** go-plugin's ping. */
export function health(): [string, Route][] {
  const serving = { status: HealthCheckResponse_ServingStatus.SERVING };
  return routesOf(HealthDefinition, {
    check: () => serving,
    watch: async (_request, send, { signal }) => {
      await send(serving);
      return untilAborted(signal);
    },
  });
}
