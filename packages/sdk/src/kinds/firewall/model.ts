import * as z from 'zod';
import { issue } from '../../errors/index.js';
import { Cidr } from '../model/cidr.js';
import { defineKind, listOf, named, optional, placed, required } from '../model/index.js';
import { firewallExample } from './example.js';
import { PORTS, sameRules } from './rules.js';

const rules = listOf({
  direction: required(z.enum(['in', 'out']), { description: '`in` (to the server) or `out` (from it).' }),
  protocol: required(z.enum(['tcp', 'udp', 'icmp']), { description: '`tcp`, `udp` or `icmp`.' }),
  ports: optional(z.string().regex(PORTS, 'use one port ("80") or a range ("8000-8100")'), {
    description: 'Port (`80`) or range (`8000-8100`) for tcp and udp. Default: all ports.',
  }),
  cidrs: required(z.array(Cidr).min(1), {
    description:
      'Address blocks: where traffic comes from (`in`) or goes to (`out`). Everyone: `["0.0.0.0/0", "::/0"]`.',
  }),
});

/** What may reach servers, and where they may reach. */
export const Firewall = defineKind({
  name: 'firewall',
  collection: 'firewalls',
  summary: 'Allow rules for the public side of servers.',
  guide:
    'Every rule allows; what no rule allows is dropped. Inbound: without rules nothing comes in. Outbound: without `out` rules ' +
    'everything may go out, with them only what they allow. Replies to allowed traffic always pass. Servers name the firewalls ' +
    'they stand behind (`firewall_ids`). The order of rules has no meaning.',
  example: firewallExample,
  attributes: {
    ...named,
    ...placed,
    rules: optional(rules.type, {
      description: 'Allow rules.',
      default: [],
      fields: rules.fields,
      same: sameRules,
    }),
  },
  check: ({ rules: list }) =>
    (list ?? []).flatMap((rule, i) => {
      if (rule.protocol === 'icmp' && rule.ports) {
        return [issue('invalid', ['rules', i, 'ports'], 'icmp has no ports', ['leave ports out'])];
      }
      const [from = 0, to = from] = (rule.ports ?? '').split('-').map(Number);
      const bad = rule.ports && (from < 1 || to > 65_535 || from > to);
      return bad
        ? [issue('invalid', ['rules', i, 'ports'], `"${rule.ports}" is no port range`, ['use 1 to 65535, low to high'])]
        : [];
    }),
});
