import * as z from 'zod';
import { defineKind, named, optional, placed, priced, required } from '../model/index.js';
import { volumeExample } from './example.js';

/** A block device that outlives servers. */
export const Volume = defineKind({
  name: 'volume',
  collection: 'volumes',
  summary: 'A block device that can be attached to a server and outlives it.',
  guide:
    'Volumes grow in place and never shrink. Attaching and detaching is a change of `server_id` in place. ' +
    "File systems are not made or grown: that is for the server's own system.",
  example: volumeExample,
  attributes: {
    ...named,
    ...placed,
    sizeGib: required(z.number().int().positive(), { description: 'Size in GiB. Can grow, not shrink.' }),
    serverId: optional(z.string(), { description: 'Id of the server that it is attached to.', ref: 'server' }),
    ...priced('the volume', ['sizeGib']),
  },
});
