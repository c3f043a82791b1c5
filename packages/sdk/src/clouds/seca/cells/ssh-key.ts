import { keysInIds } from '../../keys-in-ids.js';
import type { SecaApi } from '../api.js';

export const sshKey = keysInIds<SecaApi>(
  'SECA has no keys of their own: `sshKeys` of an instance takes them (go-sdk 793c4d0, InstanceSpec, read 2026-11)',
);
