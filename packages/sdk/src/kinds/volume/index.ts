export { Volume } from './model.js';
