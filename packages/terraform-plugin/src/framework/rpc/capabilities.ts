import type { ServerCapabilities } from '../../protocol/value.gen.js';

/** Core may keep our schema instead of asking each process for it, and asks us before it destroys. */
export const SERVER_CAPABILITIES: ServerCapabilities = {
  planDestroy: true,
  getProviderSchemaOptional: true,
  moveResourceState: true,
};
