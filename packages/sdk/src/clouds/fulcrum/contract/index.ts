export * from './dialect.js';
export * from './failure.js';
export * from './instance.js';
export * from './lifecycle.js';
export * from './names.js';
export * from './properties.js';
export * from './service-type.js';
