import { isIPv4, isIPv6 } from 'node:net';

/** A block of IPv4 addresses; addresses are unsigned 32-bit numbers. */
export interface Block {
  readonly first: number;
  readonly last: number;
  readonly bits: number;
}

export function addressOf(text: string): number | undefined {
  if (!isIPv4(text)) return undefined;
  return text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

export function textOf(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** The block of a CIDR notation; `undefined` where it is none, or where bits are set behind the prefix (`10.0.0.1/24`). */
export function blockOf(text: string): Block | undefined {
  const [ip = '', prefix = '', rest] = text.split('/');
  const first = addressOf(ip);
  if (first === undefined || rest !== undefined || !/^\d{1,2}$/.test(prefix) || Number(prefix) > 32) return undefined;
  const bits = Number(prefix);
  const size = 2 ** (32 - bits);
  return first % size === 0 ? { first, last: first + size - 1, bits } : undefined;
}

export function cidrOf(first: number, bits: number): string {
  return `${textOf(first)}/${bits}`;
}

export function within(inner: Block, outer: Block): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}

export function overlap(a: Block, b: Block): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** RFC 1918, section 3. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((cidr) => blockOf(cidr)!);

export function isPrivate(block: Block): boolean {
  return PRIVATE.some((range) => within(block, range));
}

/** True for IPv4 or IPv6 CIDR notation with no bits set behind the prefix. */
export function isCidr(text: string): boolean {
  const [ip = '', prefix = '', rest] = text.split('/');
  if (isIPv4(ip)) return blockOf(text) !== undefined;
  if (!isIPv6(ip) || ip.includes('%') || rest !== undefined || !/^\d{1,3}$/.test(prefix) || Number(prefix) > 128)
    return false;
  return (bitsOf6(ip) & ((1n << BigInt(128 - Number(prefix))) - 1n)) === 0n;
}

function bitsOf6(text: string): bigint {
  const plain = text.replace(/(\d+\.\d+\.\d+\.\d+)$/, (v4) => {
    const address = addressOf(v4)!;
    return `${Math.floor(address / 65_536).toString(16)}:${(address % 65_536).toString(16)}`;
  });
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

/** The notation with an IPv6 address in its canonical form (RFC 5952); IPv4 as it is. Expects what `isCidr` accepts. */
export function canonicalCidr(text: string): string {
  const [ip = '', prefix = ''] = text.split('/');
  return isIPv6(ip) ? `${new URL(`http://[${ip}]`).hostname.slice(1, -1)}/${Number(prefix)}` : text;
}
