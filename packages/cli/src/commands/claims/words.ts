import type { Claim, CloudRecord, Control } from '@hansa/sdk/claims';
import { controllersOf, schemeOf, statementWords, statusOn, ultimateOwnersOf } from '@hansa/sdk/claims';

/** A claim's scheme with its level: `C5 (type-2)`. */
export function claimWords({ scheme, level }: Claim): string {
  const { title } = schemeOf(scheme);
  return level === undefined ? title : `${title} (${level})`;
}

/** What a claim holds for: `server, volume in fr-par`; empty where its source speaks of the cloud as a whole. */
export function scopeWords({ scope: { services, regions } }: Claim): string {
  return [services?.join(', '), regions && `in ${regions.join(', ')}`].filter(Boolean).join(' ');
}

/** The status on a day, and how long it lasts where that is known. */
export function statusWords(claim: Claim, day: string | undefined): string {
  const status = day === undefined ? claim.status : statusOn(claim, day);
  const until = claim.validUntil === null ? '' : `${status === 'expired' ? ' on' : ' until'} ${claim.validUntil}`;
  return `${status}${until}`;
}

/** Where those at the top who decide are: `DE`, `MX`; with a question mark where the chain is not known to its end. */
export function decidedIn(control: Control | null): string {
  if (!control) return 'unknown';
  const top = new Set(ultimateOwnersOf(control).map(({ entity }) => entity));
  const last = controllersOf(control).filter(({ entity }) => top.has(entity));
  // Where nobody above it decides alone, the company itself does.
  const decide = last.length > 0 ? last : controllersOf(control).slice(-1);
  const countries = [...new Set(decide.map(({ country }) => country ?? 'unknown'))];
  if (countries.length === 0) return 'unknown';
  return `${countries.join(', ')}${control.knownTo === 'ultimate' ? '' : ' ?'}`;
}

/** The countries of a cloud's regions; `unknown` among them where a region's is. */
export function countriesOf({ places }: CloudRecord): string {
  return [...new Set(places.map(({ country }) => country ?? 'unknown'))].sort().join(' ') || 'unknown';
}

/** A control chain as lines, each owner under what it owns. */
export function chainLines(control: Control, title: string): string[] {
  const under = (entity: string, depth: number): string[] =>
    control.chain
      .filter(({ of }) => of === entity)
      .flatMap(({ entity: owner, country, share, holds, note, evidenceUrl, observedOn, confidence }) => [
        `${'  '.repeat(depth)}${owner} (${country ?? 'country unknown'}): ${holdsWords(holds, share)}`,
        ...(note ? [`${'  '.repeat(depth)}  ${note}`] : []),
        `${'  '.repeat(depth)}  ${sourceWords({ evidenceUrl, observedOn, confidence })}`,
        ...under(owner, depth + 1),
      ]);
  const { name, country, ...source } = control.contractingEntity;
  const said = (control.statements ?? []).flatMap((one) => [
    `Said, without owners or shares: ${statementWords(one, title)}`,
    ...(one.note ? [`  ${one.note}`] : []),
    `  ${sourceWords(one)}`,
  ]);
  return [`${name} (${country}), the contract partner`, `  ${sourceWords(source)}`, ...under(name, 1), ...said];
}

function holdsWords(holds: Control['chain'][number]['holds'], share: number | null): string {
  const words = { control: 'decides', minority: 'does not decide alone', unknown: 'power unknown' };
  return `${words[holds]}, ${share === null ? 'share unknown' : `${share} %`}`;
}

/** Where and when something was read. */
export function sourceWords(source: { evidenceUrl: string; observedOn: string; confidence: string }): string {
  return `${source.evidenceUrl}, read ${source.observedOn}, confidence ${source.confidence}`;
}
