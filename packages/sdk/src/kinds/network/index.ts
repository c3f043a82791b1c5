export { Network } from './model.js';
