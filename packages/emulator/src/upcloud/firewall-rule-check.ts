import { isIP } from 'node:net';
import { toNumber } from '../core/cidr.js';
import { conflict, invalid, missing, Refusal } from './errors.js';
import type { FirewallRuleRecord } from './records.js';

/** developers.upcloud.com/1.3/11-firewall as its client and the Terraform provider repeat it, read 2026-11. */
const LONGEST_COMMENT = 250;
const HIGHEST_PORT = 65_535;
const HIGHEST_ICMP_TYPE = 255;
const RANGES = ['source_address', 'destination_address', 'source_port', 'destination_port'] as const;

/** A rule whose parts fit together; the codes are those of upcloud-go-api (`error_codes.go`, read 2026-11). @throws Refusal */
export function mustBeRule<R extends FirewallRuleRecord>(rule: R): R {
  const { protocol, family, icmp_type, comment } = rule;
  // Of this one the list has no code.
  if (protocol !== '' && family === '') throw missing('family');
  if (comment.length > LONGEST_COMMENT) throw invalid('comment');
  if (icmp_type !== '') {
    if (protocol !== 'icmp') throw new Refusal(400, 'ICMP_TYPE_PROTOCOL_MISMATCH', 'The protocol is not ICMP.');
    if (!isNumber(icmp_type, 0, HIGHEST_ICMP_TYPE)) throw invalid('icmp_type');
  }
  for (const range of RANGES) {
    const [start, end] = [rule[`${range}_start`], rule[`${range}_end`]];
    if (start === '' && end === '') continue;
    const isPort = range.endsWith('port');
    if (isPort && protocol !== 'tcp' && protocol !== 'udp') throw invalid('protocol');
    const isRight = (value: string) => (isPort ? isNumber(value, 1, HIGHEST_PORT) : isOf(family, value));
    if (!isRight(start)) throw invalid(`${range}_start`);
    if (!isRight(end)) throw invalid(`${range}_end`);
    const isBackwards = isPort ? Number(start) > Number(end) : toNumber(start) > toNumber(end);
    if (isBackwards) throw conflict(`${range.toUpperCase()}_ORDER_ILLEGAL`, 'The range ends before it starts.');
  }
  return rule;
}

function isNumber(value: string, low: number, high: number): boolean {
  return /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high;
}

/** Without a family an address of either is one. */
function isOf(family: string, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && (family === '' || family === `IPv${version}`);
}
