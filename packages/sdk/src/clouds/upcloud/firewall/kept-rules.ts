import { CloudError } from '../../../errors/index.js';
import { atoms, type FirewallRule, fromAtoms } from '../../../kinds/index.js';

type Labels = Readonly<Record<string, string>>;

const PREFIX = 'hansa-rules-';
/** Longest value of a label (validators of UpCloudLtd/terraform-provider-upcloud, `utils/labels.go`, read 2026-11). */
const LONGEST_VALUE = 255;
/** UpCloud tells no largest number of labels; so many are our choice, and hold some four hundred blocks. */
const MOST_LABELS = 32;
/** In the place of ports: all of them. */
const ALL = '*';

/**
 * The rules of a firewall as labels: one text, cut where a label ends, without spaces, which might be trimmed.
 *
 * @throws CloudError `invalid` for more than fit
 */
export function toRuleLabels(rules: readonly FirewallRule[]): Record<string, string> {
  const text = fromAtoms(atoms(rules))
    .map(({ direction, protocol, ports, cidrs }) => [direction, protocol, ports ?? ALL, ...cidrs].join(','))
    .join(';');
  const parts = text.match(new RegExp(`.{1,${LONGEST_VALUE}}`, 'g')) ?? [];
  if (parts.length > MOST_LABELS) {
    throw new CloudError('invalid', {
      attribute: ['rules'],
      message: `the rules take ${text.length} characters, and the labels that hold them ${MOST_LABELS * LONGEST_VALUE}`,
      next: [
        'use larger blocks or ranges of ports',
        'or several firewalls: what a server stands behind is put together',
      ],
    });
  }
  return Object.fromEntries(parts.map((part, i) => [PREFIX + i, part]));
}

/** The rules that stand in labels. What is no rule, since somebody wrote into them, is none. */
export function rulesIn(labels: Labels): FirewallRule[] {
  let text = '';
  for (let i = 0; labels[PREFIX + i] !== undefined; i += 1) text += labels[PREFIX + i];
  return text.split(';').flatMap((one) => {
    const [direction, protocol, ports, ...cidrs] = one.split(',');
    if (direction !== 'in' && direction !== 'out') return [];
    if (protocol !== 'tcp' && protocol !== 'udp' && protocol !== 'icmp') return [];
    return [{ direction, protocol, ports: ports === undefined || ports === ALL ? null : ports, cidrs }];
  });
}

/** Everything in labels that is no rule. */
export function withoutRules(labels: Labels): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !key.startsWith(PREFIX)));
}
