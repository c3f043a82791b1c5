export { ionos } from './cloud.js';
export type { IonosConfig } from './config.js';
