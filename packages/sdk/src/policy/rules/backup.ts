import { type Control, controllersOf } from '../../claims/index.js';
import { KEEPS_DATA } from '../candidate.js';
import { countryName } from '../countries.js';
import { sourceOf } from '../finding.js';
import { worst } from '../verdict.js';
import { type Question, type Rule, SAY_IT, titleOf } from './rule.js';

type Answer = ReturnType<Rule>[number];

/** Backups lie at a cloud that nobody controls who controls this one, and where the policy says so, in another country. */
export const backup: Rule = (question) => {
  const { policy, candidate } = question;
  const wanted = policy.backup;
  if (!wanted || candidate.service === null) return [];
  if (!(wanted.services ?? KEEPS_DATA).includes(candidate.service)) return [];
  if (wanted.cloud === undefined) {
    const because = `at which second cloud the backups of a ${candidate.service} lie is not said`;
    return [{ verdict: 'unknown', because, evidence: [], next: ['name it: backup = { cloud = "…" }'] }];
  }
  const answers = [otherControl(question, wanted.cloud), ...(wanted.otherCountry ? [otherCountry(question)] : [])];
  const verdict = worst(answers.map((answer) => answer.verdict));
  const telling = answers.filter((answer) => answer.verdict === verdict);
  return [
    {
      verdict,
      because: telling.map((answer) => answer.because).join('; '),
      evidence: telling.flatMap((answer) => answer.evidence),
      next: [...new Set(telling.flatMap((answer) => answer.next))],
    },
  ];
};

function otherControl(question: Question, cloud: string): Answer {
  const here = question.record?.control;
  const record = question.facts.claims.of(cloud);
  const there = record?.control;
  const titles = [titleOf(question), record?.title ?? cloud] as const;
  const both = `backups of ${titles[0]} lie at ${titles[1]}`;
  const next = ['name another cloud in backup.cloud'];
  if (cloud === question.candidate.cloud || (question.record && question.record === record))
    return { verdict: 'not-met', because: `${both}, the same cloud`, evidence: [], next };
  if (!here || !there) {
    const missing = titles.filter((_, i) => ![here, there][i]).join(' and ');
    return {
      verdict: 'unknown',
      because: `${both}; who stands behind ${missing} is not known`,
      evidence: [],
      next: [SAY_IT],
    };
  }
  const shared = sharedPower(here, there);
  const evidence = [here, there].map(({ contractingEntity }) => sourceOf(contractingEntity));
  if (shared) return { verdict: 'not-met', because: `${both}, and ${shared} stands behind both`, evidence, next };
  const partial = [here, there].filter(({ knownTo }) => knownTo === 'partial');
  if (partial.length > 0) {
    const names = partial.map(({ contractingEntity }) => contractingEntity.name).join(' and ');
    return {
      verdict: 'unknown',
      because: `${both}; the owners of ${names} are not known to the end`,
      evidence,
      next: [SAY_IT],
    };
  }
  return { verdict: 'met', because: `${both}, which nobody controls who controls ${titles[0]}`, evidence, next: [] };
}

/**
 * An entity that decides at both clouds, as far as is known; undefined where there is none.
 *
 * @example
 * const { control } = record;
 * if (control) sharedPower(control, control); // the contracting party itself
 */
export function sharedPower(here: Control, there: Control): string | undefined {
  const names = new Set(powersOf(there));
  return powersOf(here).find((name) => names.has(name));
}

function powersOf(control: Control): string[] {
  return [control.contractingEntity.name, ...controllersOf(control).map(({ entity }) => entity)];
}

function otherCountry({ policy, candidate }: Question): Answer {
  const there = policy.backup?.country;
  const here = candidate.place?.country ?? null;
  if (there === undefined || here === null) {
    const because = `whether backups lie in another country than ${candidate.cloud} ${candidate.place?.id ?? ''} is not known`;
    const next = [there === undefined ? 'say where they lie: backup.country' : SAY_IT];
    return { verdict: 'unknown', because: because.trim(), evidence: [], next };
  }
  if (there === here) {
    const because = `data and backups both lie in ${countryName(here)}`;
    return { verdict: 'not-met', because, evidence: [], next: ['keep backups in another country'] };
  }
  const because = `data lies in ${countryName(here)} and backups in ${countryName(there)}`;
  return { verdict: 'met', because, evidence: [], next: [] };
}
