import { LAWS, type SuiteResult, type Verdict } from '@hansa/conformance';
import { table } from '../../output/table.js';

/** Width of a law's name in the table. */
const WIDEST = 50;

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export function counts(verdicts: readonly Verdict[]): Counts {
  const of = (status: Verdict['status']) => verdicts.filter((verdict) => verdict.status === status).length;
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}

/** The outcome for people: a table of laws by kinds, every skip and failure with its reason, and the counts in the last line. */
export function outcome({ verdicts, cases, faults, left }: SuiteResult): string {
  const { passed, failed, skipped } = counts(verdicts);
  const lines = [
    tableOf(verdicts),
    '',
    ...section('skipped', verdicts, ({ reason, source }) => `${reason}${source ? ` (${source})` : ''}`),
    ...section('failed', verdicts, ({ reason }) => reason ?? 'no reason given'),
    ...(left.length > 0 ? ['Left behind:', ...left.map((one) => `  ${one}`), ''] : []),
    ...(cases > 0 ? [`${cases} interrupted lives tried`] : []),
    ...Object.entries(faults).map(([fault, count]) => `${String(count).padStart(8)}  ${fault}`),
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
  ];
  return `${lines.join('\n')}\n`;
}

function tableOf(verdicts: readonly Verdict[]): string {
  const kinds = [...new Set(verdicts.map(({ kind }) => kind))];
  const laws = [...new Set(verdicts.map(({ law }) => law))].sort((a, b) => a - b);
  const rows = laws.map((law) => {
    const sentence = LAWS.find(({ number }) => number === law)?.sentence ?? '';
    const cells = kinds.map((kind) =>
      cellOf(verdicts.filter((verdict) => verdict.law === law && verdict.kind === kind)),
    );
    return [`${law}. ${brief(sentence)}`, ...cells];
  });
  return table([{ title: 'law' }, ...kinds.map((title) => ({ title }))], rows);
}

/** `✔7 ✖1 –2`: seven passed, one failed, two skipped; `·` where a law has nothing to say of a kind. */
function cellOf(verdicts: readonly Verdict[]): string {
  const { passed, failed, skipped } = counts(verdicts);
  const parts = [passed > 0 && `✔${passed}`, failed > 0 && `✖${failed}`, skipped > 0 && `–${skipped}`];
  return parts.filter(Boolean).join(' ') || '·';
}

/** The verdicts of a status with what is said of each; the same words for several laws or kinds stand once. */
function section(
  status: 'skipped' | 'failed',
  verdicts: readonly Verdict[],
  say: (verdict: Verdict) => string,
): string[] {
  const lines = verdicts
    .filter((verdict) => verdict.status === status)
    .map((verdict) => `  ${verdict.kind}, law ${verdict.law}, ${verdict.title}: ${say(verdict)}`);
  return lines.length > 0 ? [`${status[0]?.toUpperCase()}${status.slice(1)}:`, ...lines, ''] : [];
}

/** The head of a law's sentence: what stands before its first colon, semicolon or bracket. */
function brief(sentence: string): string {
  const [head = ''] = sentence.replace(/\.$/, '').split(/[:;.(]/);
  return head.length > WIDEST ? `${head.slice(0, head.lastIndexOf(' ', WIDEST))} …` : head.trim();
}
