export type { Gateway } from './gateway.js';
export { type GatewayOptions, type ListenOptions, openGateway, type Running, startGateway } from './start.js';
