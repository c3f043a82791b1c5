import type { Evidence } from '../../claims/index.js';
import { countryName } from '../countries.js';
import { sourceOf } from '../finding.js';
import { type Verdict, worst } from '../verdict.js';
import { listed } from '../words.js';
import { chainPoints, type Point } from './control-chain.js';
import { type Rule, SAY_IT, titleOf } from './rule.js';

/** Nobody from elsewhere stands behind the cloud: neither the contracting party nor anyone who controls it. */
export const control: Rule = (question) => {
  const { policy, record } = question;
  if (!policy.control) return [];
  const known = record?.control;
  if (!known) {
    const because = `who stands behind ${titleOf(question)} is not known`;
    return [{ verdict: 'unknown', because, evidence: [], next: [SAY_IT] }];
  }
  const points = chainPoints(known, question);
  const verdict = worst(points.map((point) => point.verdict));
  const decisive = points.filter((point) => point.verdict === verdict);
  const wanted = listed(policy.control.countries);
  const evidence = unique(decisive.flatMap((point) => point.evidence.map(sourceOf)));
  if (verdict === 'met') return [{ verdict, because: metWords(decisive, wanted), evidence, next: [] }];
  const because = `${decisive.map(({ says }) => says).join('; ')}; the policy wants control from ${wanted} alone`;
  return [{ verdict, because, evidence, next: nextSteps(verdict, decisive) }];
};

function metWords(points: readonly Point[], wanted: string): string {
  const [contract, ...owners] = points.map(({ says }) => says);
  const behind = owners.length > 0 ? `: ${owners.join('; ')}` : ', and nobody controls that party';
  return `${contract}${behind}; all of it in ${wanted}`;
}

function nextSteps(verdict: Verdict, points: readonly Point[]): string[] {
  if (verdict === 'unknown') {
    const word = points.find(({ uncounted }) => uncounted)?.uncounted;
    const count = word ? [`or let that word count: control.statements = ["${word}"]`] : [];
    return [SAY_IT, ...count, 'or let unknown be a warning'];
  }
  const elsewhere = [...new Set(points.flatMap(({ country }) => (country ? [countryName(country)] : [])))];
  return [
    'use a cloud under other control',
    ...(elsewhere.length > 0 ? [`or add ${listed(elsewhere)} to control.countries`] : []),
    'or add an exception with its reason',
  ];
}

function unique(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((one) => [one.evidenceUrl, one])).values()];
}
