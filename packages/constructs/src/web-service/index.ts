export * from './deployment.js';
export * from './props.js';
export * from './web-service.js';
