export { Server } from './model.js';
