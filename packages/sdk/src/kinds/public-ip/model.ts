import * as z from 'zod';
import { computed, defineKind, named, optional, placed, priced } from '../model/index.js';
import { publicIpExample } from './example.js';

/** A public address that stays while servers come and go. */
export const PublicIp = defineKind({
  name: 'public_ip',
  collection: 'publicIps',
  summary: 'A public IP address that stays while servers come and go.',
  guide:
    'Assigning it to another server is a change of `server_id` in place, without a stop. Some clouds route the address to the ' +
    "server's network card and expect the server's own system to be configured for it (see the page of the cloud).",
  example: publicIpExample,
  attributes: {
    ...named,
    ...placed,
    version: optional(z.union([z.literal(4), z.literal(6)]), {
      description: 'IP version: `4` or `6`.',
      default: 4,
      change: 'replace',
    }),
    serverId: optional(z.string(), { description: 'Id of the server that it leads to.', ref: 'server' }),
    address: computed(z.string(), {
      description: 'The address; for version 6, where the cloud gives a block, the block as CIDR.',
    }),
    ...priced('the address', ['version']),
  },
});
