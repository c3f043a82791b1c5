export * from './cell.js';
export * from './cloud.js';
export { withNative } from './native.js';
