import { isIPv4, isIPv6 } from 'node:net';

/** A network of either family, its ends as numbers. */
export interface Cidr {
  readonly text: string;
  readonly v6: boolean;
  readonly bits: number;
  readonly first: bigint;
  readonly last: bigint;
}

/** `undefined` for what is no network, or has bits set behind its mask. */
export function parseCidr(text: string): Cidr | undefined {
  const [address = '', mask, more] = text.split('/');
  const v6 = isIPv6(address);
  if (more !== undefined || (!v6 && !isIPv4(address))) return undefined;
  const width = v6 ? 128 : 32;
  if (mask !== undefined && !/^\d{1,3}$/.test(mask)) return undefined;
  const bits = mask === undefined ? width : Number(mask);
  if (bits > width) return undefined;
  const size = 1n << BigInt(width - bits);
  const first = toNumber(address);
  if (first % size !== 0n) return undefined;
  return { text: `${toAddress(first, v6)}/${bits}`, v6, bits, first, last: first + size - 1n };
}

export function overlap(a: Cidr, b: Cidr): boolean {
  return a.v6 === b.v6 && a.first <= b.last && b.first <= a.last;
}

export function contains(cidr: Cidr, address: string): boolean {
  if (cidr.v6 ? !isIPv6(address) : !isIPv4(address)) return false;
  const number = toNumber(address);
  return cidr.first <= number && number <= cidr.last;
}

export function toNumber(address: string): bigint {
  if (isIPv4(address)) return address.split('.').reduce((sum, part) => (sum << 8n) + BigInt(part), 0n);
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const parts = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return parts.reduce((sum, part) => (sum << 16n) + BigInt(`0x${part || '0'}`), 0n);
}

export function toAddress(number: bigint, v6: boolean): string {
  if (!v6) return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((number >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  // The longest run of zeros becomes `::` (RFC 5952).
  const runs = [
    ...groups
      .map((group) => (group === '0' ? '0' : 'x'))
      .join('')
      .matchAll(/0{2,}/g),
  ];
  const longest = runs.sort((a, b) => b[0].length - a[0].length)[0];
  if (!longest) return groups.join(':');
  const end = longest.index + longest[0].length;
  return `${groups.slice(0, longest.index).join(':')}::${groups.slice(end).join(':')}`;
}
