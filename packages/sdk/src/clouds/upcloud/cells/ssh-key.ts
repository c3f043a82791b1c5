import { keysInIds } from '../../keys-in-ids.js';
import type { UpCloudApi } from '../api.js';

export const sshKey = keysInIds<UpCloudApi>(
  'keys are given with a new server, and the API has none (developers.upcloud.com/1.3/8-servers, create server, read 2026-11)',
);
