import { issue } from '../../errors/index.js';
import { CidrV4, contains, parseCidr, sameCidr } from '../model/cidr.js';
import { defineKind, either, listOf, named, optional, placed, required } from '../model/index.js';
import { networkExample } from './example.js';

const subnets = listOf({
  ipRange: required(CidrV4, { description: "IPv4 CIDR inside the network's `ip_range`.", same: sameCidr }),
});

/** A private network with its subnets. */
export const Network = defineKind({
  name: 'network',
  collection: 'networks',
  summary: 'A private network with subnets, for servers of one cloud.',
  guide:
    'Servers join a network by `networks` on the server. Subnets may be added and removed in place. ' +
    'IPv4 only, since not every cloud carries IPv6 in private networks.',
  example: networkExample,
  attributes: {
    ...named,
    ...placed,
    ipRange: optional(CidrV4, {
      description: 'IPv4 CIDR that holds all subnets.',
      default: '10.0.0.0/16',
      change: 'replace',
      same: sameCidr,
    }),
    subnets: either(subnets.type.min(1), {
      description: 'Subnets. Default: one subnet that is the whole `ip_range`.',
      fields: subnets.fields,
      same: (a: { ipRange: string }[], b: { ipRange: string }[]) =>
        a.length === b.length && a.every((x) => b.some((y) => sameCidr(x.ipRange, y.ipRange))),
    }),
  },
  check: ({ ipRange, subnets: list }) => {
    const outer = typeof ipRange === 'string' ? parseCidr(ipRange) : null;
    const blocks = (list ?? []).map((s) => parseCidr(s.ipRange));
    return blocks.flatMap((block, i) => {
      const at = ['subnets', i, 'ipRange'];
      if (!block) return [];
      const clash = blocks.findIndex(
        (other, j) => j < i && other && (contains(other, block) || contains(block, other)),
      );
      if (clash >= 0)
        return [
          issue('invalid', at, `overlaps subnet ${list?.[clash]?.ipRange}`, ['use subnets that share no address']),
        ];
      if (outer && !contains(outer, block))
        return [issue('invalid', at, `is not inside ip_range ${ipRange}`, ['widen ip_range or move the subnet'])];
      return [];
    });
  },
  // One subnet that is all of it, for a new network. One that is there keeps what it has, until its range changes.
  derive: async (spec, prior, _catalogue, unknown) => {
    if (spec['subnets'] || unknown.has('subnets') || unknown.has('ipRange')) return { issues: [], values: {} };
    const kept = prior && sameCidr(String(prior['ipRange']), String(spec['ipRange'])) ? prior['subnets'] : null;
    return { issues: [], values: { subnets: kept ?? [{ ipRange: spec['ipRange'] }] } };
  },
});
