import { GRPCStdioDefinition } from '../../protocol/plugin.gen.js';
import { type Route, routesOf } from '../grpc/service.js';
import { untilAborted } from './until-aborted.js';

/** Our output goes to stderr as log lines; the host only wants this stream to stay open. */
export function stdio(): [string, Route][] {
  return routesOf(GRPCStdioDefinition, { streamStdio: (_request, _send, { signal }) => untilAborted(signal) });
}
