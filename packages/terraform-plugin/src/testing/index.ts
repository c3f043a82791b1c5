export type { Diagnosed, Found, Opened, Planned, Stored } from './exchanged.js';
export { type CallOptions, type ClientTls, GrpcClient } from './grpc-client.js';
export { type InProcessProvider, serveInProcess } from './in-process.js';
export { ProtocolClient } from './protocol-client.js';
export type { Rpcs } from './rpcs.js';
export { type SpawnedPlugin, spawnPlugin } from './spawn.js';
