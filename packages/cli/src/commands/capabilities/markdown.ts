import { KINDS } from '@hansa/sdk';
import type { CloudCapabilities, KindCapability } from './gather.js';
import { limitWords, partWords } from './words.js';

/** Who holds a cloud to the truth: file of the test, and what it is in words. */
export interface Proof {
  cloud: string;
  by: string;
  test: string;
}

/** Clouds by kinds, one line a cloud, as a table for the README; then the vendors whose clouds those drivers know. */
export function overview(clouds: readonly CloudCapabilities[], proofs: readonly Proof[]): string {
  const vendors = clouds.flatMap(({ cloud, title }) => {
    const known = clouds.filter(({ profile }) => profile?.driver === cloud);
    if (known.length === 0) return [];
    const named = known.map((one) => `${one.title} (\`${one.cloud}\`)`).join(', ');
    return [`${title}, with endpoint and public network known: ${named}.`];
  });
  return [
    driverTable(
      clouds.filter(({ profile }) => !profile),
      proofs,
    ),
    ...vendors,
  ].join('\n\n');
}

function driverTable(clouds: readonly CloudCapabilities[], proofs: readonly Proof[]): string {
  const head = ['cloud', ...KINDS.map(({ name }) => `\`${name}\``), 'emulator', 'proved by'];
  const rows = clouds.map((one) => [
    one.title,
    ...one.kinds.map(({ offered, stateOnly, limits, without, partly }) =>
      !offered
        ? 'no'
        : one.intermediary
          ? 'as behind it'
          : stateOnly || limits.length + without.length + partly.length > 0
            ? 'yes ¹'
            : 'yes',
    ),
    one.emulated ? 'yes' : 'no',
    proofsOf(one, proofs)
      .map(({ by }) => by)
      .join(', ') || 'nothing yet',
  ]);
  return lines(head, rows);
}

/** The page of the docs: the overview, then each cloud with every limit and its source. */
export function page(clouds: readonly CloudCapabilities[], proofs: readonly Proof[]): string {
  return [
    FRONT,
    overview(clouds, proofs),
    '¹ within limits, which stand below.',
    ...clouds.flatMap((one) => {
      const title = `## ${one.title} (\`${one.cloud}\`)`;
      return one.profile ? [title, known(one.profile)] : [title, about(one, proofs), ...one.kinds.flatMap(section)];
    }),
  ]
    .join('\n\n')
    .concat('\n');
}

const FRONT = `# What each cloud offers

Written from the drivers by \`npm run generate\`; \`hansa capabilities\` says the same, with \`--json\` for programs. Limits are checked when
Terraform plans, and the reason is part of the error. "Proved by" names what holds the driver to the truth, besides the eight laws on the
cloud's emulator.`;

function about(cloud: CloudCapabilities, proofs: readonly Proof[]): string {
  const { atOnce, perSecond, because } = cloud.requests;
  const rate = perSecond === undefined ? '' : `, ${round(perSecond)} a second`;
  const proved = proofsOf(cloud, proofs).map(({ by, test }) => `- ${by}: \`${test}\``);
  return [
    ...(cloud.intermediary ? [`What it offers is what stands behind it: ${cloud.intermediary}.`] : []),
    `Requests: ${atOnce} at once${rate} (${because}).`,
    ...(proved.length > 0 ? ['Proved by:', proved.join('\n')] : []),
  ].join('\n\n');
}

/** A cloud that another one's driver speaks to: what is known of it. */
function known({ driver, facts }: NonNullable<CloudCapabilities['profile']>): string {
  const points = facts.map(({ what, value, because }) => `- ${what}: ${value} (${because})`);
  return [`As \`${driver}\`, with what is known of it:`, points.join('\n')].join('\n\n');
}

function section({
  kind,
  offered,
  because = 'no reason given',
  next,
  stateOnly,
  limits,
  without,
  partly,
  changes,
}: KindCapability): string[] {
  if (!offered) return [`### \`${kind}\`: not offered`, next ? `${because}. Instead: ${next}.` : `${because}.`];
  const points = [
    ...(stateOnly ? [`- in the state alone: ${stateOnly}`] : []),
    ...limits.map(
      (limit) =>
        `- \`${limit.attribute}\`${limitWords(limit).slice(limit.attribute.length)} (${limit.because})${instead(limit.next)}`,
    ),
    ...without.map((one) => `- not \`${one.what}\`: ${one.because}${instead(one.next)}`),
    ...partly.map(
      (part) =>
        `- \`${part.attribute}\`${partWords(part).slice(part.attribute.length)} (${part.because})${instead(part.next)}`,
    ),
    ...changes.map(({ attribute, does }) => `- a change of \`${attribute}\`: ${does}`),
  ];
  return points.length > 0 ? [`### \`${kind}\``, points.join('\n')] : [];
}

const instead = (next: string | undefined) => (next ? `; ${next}` : '');

const proofsOf = ({ cloud }: CloudCapabilities, proofs: readonly Proof[]) =>
  proofs.filter((proof) => proof.cloud === cloud);

const round = (value: number) => Number(value.toPrecision(3));

function lines(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
