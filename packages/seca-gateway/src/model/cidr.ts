import { isIP, isIPv4 } from 'node:net';

/** An IPv4 block as its first and last address, or null where the text is none. */
export function blockOf(cidr: string): { first: number; last: number } | null {
  const [address = '', length = '', ...rest] = cidr.split('/');
  if (rest.length > 0 || !isIPv4(address) || !/^\d{1,2}$/.test(length) || Number(length) > 32) return null;
  const size = 2 ** (32 - Number(length));
  const first = Math.floor(numberOf(address) / size) * size;
  return { first, last: first + size - 1 };
}

/** Whether `inner` lies in `outer`, both IPv4 blocks. */
export function holds(outer: string, inner: string): boolean {
  const [a, b] = [blockOf(outer), blockOf(inner)];
  return a !== null && b !== null && a.first <= b.first && b.last <= a.last;
}

/** An address block of either family (`10.0.0.0/8`, `::/0`). */
export function isCidr(text: string, family?: 4 | 6): boolean {
  const [address = '', length = '', ...rest] = text.split('/');
  const version = isIP(address);
  if (rest.length > 0 || version === 0 || (family && version !== family) || !/^\d{1,3}$/.test(length)) return false;
  return Number(length) <= (version === 4 ? 32 : 128);
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
