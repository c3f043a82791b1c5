export { hetzner } from './cloud.js';
export type { HetznerConfig } from './config.js';
