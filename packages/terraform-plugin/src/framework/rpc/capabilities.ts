import type { ServerCapabilities } from '../../protocol/value.gen.js';

/** Core may keep our schema instead of asking each process for it, and asks us before it destroys and when it writes a configuration. */
export const SERVER_CAPABILITIES: ServerCapabilities = {
  planDestroy: true,
  getProviderSchemaOptional: true,
  moveResourceState: true,
  generateResourceConfig: true,
};
