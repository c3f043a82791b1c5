import { formatBlock, parseCidr } from '../model/cidr.js';

export interface FirewallRule {
  direction: 'in' | 'out';
  protocol: 'tcp' | 'udp' | 'icmp';
  ports?: string | null;
  cidrs: string[];
}

export const PORTS = /^\d{1,5}(-\d{1,5})?$/;

/** One rule about one block: what clouds without lists of blocks store. */
export interface AtomicRule {
  direction: 'in' | 'out';
  protocol: 'tcp' | 'udp' | 'icmp';
  /** First and last port; null for icmp. */
  ports: readonly [number, number] | null;
  cidr: string;
}

/**
 * Takes rules apart into their atoms, each once, in the order written.
 *
 * @example
 * atoms([{ direction: 'in', protocol: 'tcp', ports: '80', cidrs: ['0.0.0.0/0', '::/0'] }]).length; // 2
 */
export function atoms(rules: readonly FirewallRule[]): AtomicRule[] {
  const seen = new Map<string, AtomicRule>();
  for (const { direction, protocol, ports, cidrs } of rules) {
    const [from = 1, to = from] = ports ? ports.split('-').map(Number) : [1, 65_535];
    for (const text of cidrs) {
      const block = parseCidr(text);
      const cidr = block ? formatBlock(block) : text;
      const atom: AtomicRule = { direction, protocol, ports: protocol === 'icmp' ? null : [from, to], cidr };
      seen.set(atomKey(atom), atom);
    }
  }
  return [...seen.values()];
}

/**
 * Text that two atoms share exactly when they say the same.
 *
 * @example
 * atomKey({ direction: 'in', protocol: 'icmp', ports: null, cidr: '::/0' }); // 'in icmp * ::/0'
 */
export function atomKey({ direction, protocol, ports, cidr }: AtomicRule): string {
  return `${direction} ${protocol} ${ports?.join('-') ?? '*'} ${cidr}`;
}

/**
 * Puts atoms together again: one rule for each direction, protocol and port range.
 *
 * @example
 * fromAtoms([{ direction: 'in', protocol: 'tcp', ports: [80, 80], cidr: '::/0' }])[0]?.ports; // '80'
 */
export function fromAtoms(list: readonly AtomicRule[]): FirewallRule[] {
  const groups = new Map<string, FirewallRule>();
  for (const { direction, protocol, ports, cidr } of list) {
    const text = portsText(ports);
    const key = `${direction} ${protocol} ${text}`;
    const rule = groups.get(key) ?? { direction, protocol, ports: text, cidrs: [] };
    if (!rule.cidrs.includes(cidr)) rule.cidrs.push(cidr);
    groups.set(key, rule);
  }
  return [...groups.values()];
}

/**
 * Whether two lists of rules allow the same, however they are grouped, ordered or spelled.
 *
 * @example
 * const web = { direction: 'in', protocol: 'tcp', ports: '80' } as const;
 * sameRules([{ ...web, cidrs: ['0.0.0.0/0', '::/0'] }], [{ ...web, cidrs: ['::/0'] }, { ...web, cidrs: ['0.0.0.0/0'] }]); // true
 */
export function sameRules(a: readonly FirewallRule[], b: readonly FirewallRule[]): boolean {
  const left = atoms(a).map(atomKey).sort();
  const right = atoms(b).map(atomKey).sort();
  return left.length === right.length && left.every((key, i) => key === right[i]);
}

function portsText(ports: AtomicRule['ports']): string | null {
  if (!ports || (ports[0] === 1 && ports[1] === 65_535)) return null;
  return ports[0] === ports[1] ? `${ports[0]}` : `${ports[0]}-${ports[1]}`;
}
