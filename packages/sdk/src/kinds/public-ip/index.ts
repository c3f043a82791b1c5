export { PublicIp } from './model.js';
