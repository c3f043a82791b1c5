export { ovh } from './cloud.js';
export type { OvhConfig } from './config.js';
