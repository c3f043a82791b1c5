import { marked, unmarked } from '../marks.js';
import type { WireDatacenter } from '../wire.js';

const OWNER = 'hansa-owner';

/** What a data center of ours says of itself: whose it is stands in its description, which can be given when it is made. */
export function ownDatacenter(owner: string): { name: string; description: string } {
  return {
    name: `hansa-${owner}`,
    description: marked('Made by Hansa, and removed when it is empty', { [OWNER]: owner }),
  };
}

/** Whose data center it is; undefined where it is not one of ours. */
export function ownerOf({ properties: { description } }: WireDatacenter): string | undefined {
  return unmarked(description).labels[OWNER];
}

/** Of several data centers of one owner the first is theirs: everybody comes to the same one. */
export function firstOf(all: readonly WireDatacenter[]): WireDatacenter | undefined {
  const key = ({ id, metadata }: WireDatacenter) => `${metadata?.createdDate ?? ''} ${id}`;
  return [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1))[0];
}
