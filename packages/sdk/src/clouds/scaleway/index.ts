export { scaleway } from './cloud.js';
export type { ScalewayConfig } from './config.js';
