export { layMirror, type Mirror, type MirrorOptions } from './layout.js';
