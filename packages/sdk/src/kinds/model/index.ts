export * from './attribute.js';
export * from './common.js';
export * from './derive.js';
export * from './example.js';
export * from './kind.js';
