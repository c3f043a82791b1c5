export { chooseImage } from './choose.js';
export type { NativeImage } from './native-image.js';
