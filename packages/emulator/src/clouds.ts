import type { EmulatedCloud } from './core/cloud.js';
import { fulcrum } from './fulcrum/index.js';
import { hetzner } from './hetzner/index.js';
import { ionos } from './ionos/index.js';
import { openstack } from './openstack/index.js';
import { ovh } from './ovh/index.js';
import { scaleway } from './scaleway/index.js';
import { seca } from './seca/index.js';
import { upcloud } from './upcloud/index.js';

/** Every cloud the emulator serves: a new one is a folder and a line here. */
export const clouds: readonly EmulatedCloud[] = [hetzner, scaleway, openstack, upcloud, ionos, ovh, fulcrum, seca];
