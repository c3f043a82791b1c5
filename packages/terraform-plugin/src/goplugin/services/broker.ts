import { GRPCBrokerDefinition } from '../../protocol/plugin.gen.js';
import { type Route, routesOf } from '../grpc/service.js';
import { untilAborted } from './until-aborted.js';

/** Terraform opens the broker's stream and never asks it for a second connection. */
export function broker(): [string, Route][] {
  return routesOf(GRPCBrokerDefinition, { startStream: (_send, { signal }) => untilAborted(signal) });
}
