import { isIP } from 'node:net';
import * as z from 'zod';

/** An address block as numbers: version, first address, prefix length. */
export interface Block {
  version: 4 | 6;
  first: bigint;
  prefix: number;
}

/** Reads `10.0.0.0/8` or `2001:db8::/32`; null when it is no CIDR or has bits beyond its prefix. */
export function parseCidr(text: string): Block | null {
  const [address = '', length = '', ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || !/^\d{1,3}$/.test(length)) return null;
  const bits = version === 4 ? 32 : 128;
  const prefix = Number(length);
  if (prefix > bits) return null;
  const first = version === 4 ? ipv4(address) : ipv6(address);
  if (first === null || first & ((1n << BigInt(bits - prefix)) - 1n)) return null;
  return { version: version as 4 | 6, first, prefix };
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Block, inner: Block): boolean {
  if (outer.version !== inner.version || inner.prefix < outer.prefix) return false;
  const shift = BigInt((outer.version === 4 ? 32 : 128) - outer.prefix);
  return outer.first >> shift === inner.first >> shift;
}

/** The smallest IPv4 or IPv6 block that holds all of `blocks`, in text. */
export function covering(blocks: readonly string[]): string | null {
  const parsed = blocks.map(parseCidr);
  const [head] = parsed;
  if (!head || parsed.some((b) => b === null || b.version !== head.version)) return null;
  const bits = head.version === 4 ? 32 : 128;
  for (let prefix = head.prefix; prefix >= 0; prefix -= 1) {
    const host = BigInt(bits - prefix);
    const candidate: Block = { version: head.version, first: (head.first >> host) << host, prefix };
    if (parsed.every((b) => b && contains(candidate, b))) return formatBlock(candidate);
  }
  return null;
}

/** Whether two CIDRs are the same block, whatever their spelling. */
export function sameCidr(a: string, b: string): boolean {
  const [x, y] = [parseCidr(a), parseCidr(b)];
  return x !== null && y !== null && x.version === y.version && x.first === y.first && x.prefix === y.prefix;
}

/** The one spelling of a block: for IPv6 that of RFC 5952, lower case, with the longest run of zero groups (the first of equals) as `::`. */
export function formatBlock({ version, first, prefix }: Block): string {
  const groups = version === 4 ? 4 : 8;
  const width = version === 4 ? 8n : 16n;
  const parts = Array.from(
    { length: groups },
    (_, i) => (first >> (width * BigInt(groups - 1 - i))) & ((1n << width) - 1n),
  );
  if (version === 4) return `${parts.join('.')}/${prefix}`;
  const text = parts.map((p) => p.toString(16)).join(':');
  const runs = [...text.matchAll(/\b0(:0)+\b/g)].map(([run]) => run);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  const short = longest === '' ? text : text.replace(new RegExp(`(^|:)${longest}(:|$)`), '::');
  return `${short}/${prefix}`;
}

/** zod type of a CIDR of either version, or of IPv4 alone. */
export const Cidr = z.string().refine((t) => parseCidr(t) !== null, {
  message: 'use a CIDR without bits beyond its prefix: 10.0.0.0/16 or 2001:db8::/32',
});
export const CidrV4 = z.string().refine((t) => parseCidr(t)?.version === 4, {
  message: 'use an IPv4 CIDR without bits beyond its prefix: 10.0.0.0/16',
});

function ipv4(address: string): bigint {
  return address.split('.').reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
}

function ipv6(address: string): bigint | null {
  if (address.includes('.') || address.includes('%')) return null;
  const [head = '', tail] = address.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const middle = Array.from({ length: 8 - left.length - right.length }, () => '0');
  const groups = tail === undefined ? left : [...left, ...middle, ...right];
  return groups.reduce((sum, part) => (sum << 16n) | BigInt(`0x${part}`), 0n);
}
