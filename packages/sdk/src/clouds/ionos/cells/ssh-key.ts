import { keysInIds } from '../../keys-in-ids.js';
import type { IonosApi } from '../api.js';

export const sshKey = keysInIds<IonosApi>(
  'Cloud API v6 has no keys, and takes public keys only with a new volume (description, sshKeys, 2023-02)',
);
