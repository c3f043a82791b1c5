export * from './web-service/index.js';
