export { keyId, keyIn, type NamedKey } from './key-id.js';
export { SshKey } from './model.js';
export { fingerprint, samePublicKey, splitPublicKey } from './public-key.js';
