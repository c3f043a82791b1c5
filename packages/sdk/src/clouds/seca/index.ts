export { seca } from './cloud.js';
export type { SecaConfig } from './config.js';
