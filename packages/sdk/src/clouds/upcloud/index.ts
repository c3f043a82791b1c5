export { upcloud } from './cloud.js';
export type { UpCloudConfig } from './config.js';
