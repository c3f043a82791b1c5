export { type Acceptance, acceptance, type Step } from './acceptance.js';
export type { Diagnosed, Found, Opened, Planned, Stored } from './exchanged.js';
export { type CallOptions, type ClientTls, GrpcClient } from './grpc-client.js';
export { type InProcessProvider, serveInProcess } from './in-process.js';
export { ProtocolClient } from './protocol-client.js';
export type { Rpcs } from './rpcs.js';
export { type SpawnedPlugin, spawnPlugin } from './spawn.js';
export { type Outcome, type StoredResource, Workspace } from './workspace.js';
