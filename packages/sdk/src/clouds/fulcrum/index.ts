export { fulcrum } from './cloud.js';
export type { FulcrumConfig } from './config.js';
/** What driver and agent agree on. */
export * as contract from './contract/index.js';
export { type CoreOptions, connectCore } from './core/connect.js';
export { CoreApi } from './core/core-api.js';
export type { WireAgent, WireJob, WireNamed, WirePage, WireService } from './core/wire.js';
