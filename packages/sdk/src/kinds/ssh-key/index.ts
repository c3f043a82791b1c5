export { SshKey } from './model.js';
export { fingerprint, samePublicKey, splitPublicKey } from './public-key.js';
