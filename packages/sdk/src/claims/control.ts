import * as z from 'zod';
import { Country, Source } from './source.js';

/** What an owner is. Persons are named where their own public documents name them. */
export const OWNERS = [
  'company',
  'person',
  'family',
  'state',
  'foundation',
  'fund',
  'employees',
  'free-float',
] as const;

/** One owner of one entity. */
export const ControlLink = z.strictObject({
  /** The entity that is owned, by its name: the contracting entity, or the owner of another link. */
  of: z.string().min(1),
  entity: z.string().min(1),
  sort: z.enum(OWNERS),
  /** Where it is established; null where that is unknown, or where it is many (a free float). */
  country: Country.nullable(),
  /** Percent of the capital; null where it is unknown. */
  share: z.number().positive().max(100).nullable(),
  /** Whether it decides: `control` by majority, votes or contract, `minority` not alone, `unknown`. */
  holds: z.enum(['control', 'minority', 'unknown']),
  ...Source,
});

/** Who makes a statement: the cloud of itself, or somebody else of it. A certificate is none. */
export const STATEMENT_STATUSES = ['self-declared', 'third-party-assessment'] as const;

/**
 * What is said of an entity's owners without naming them, or their shares: that nobody from outside of these countries controls it. It names
 * no owner and proves none, so it stands apart from the chain, and counts where a policy says so.
 */
export const ControlStatement = z.strictObject({
  /** The contracting entity, or an owner in the chain. */
  of: z.string().min(1),
  /** Countries, and `EU`, `EEA`, `EFTA` for all of theirs. */
  within: z.array(z.union([z.enum(['EU', 'EEA', 'EFTA']), Country])).nonempty(),
  status: z.enum(STATEMENT_STATUSES),
  ...Source,
});

/** Who a customer contracts with, and who stands behind them. */
export const Control = z.strictObject({
  contractingEntity: z.strictObject({ name: z.string().min(1), country: Country, ...Source }),
  /** Owners, the nearest first; an entity may have several. */
  chain: z.array(ControlLink),
  /**
   * How far up the chain is known. `ultimate`: everyone who decides is in it, up to those whom nobody owns or no one controls.
   * `partial`: it ends somewhere below, or owners are missing.
   */
  knownTo: z.enum(['ultimate', 'partial']),
  /** What is said of owners who are not named, or of whose power nothing is known. */
  statements: z.array(ControlStatement).optional(),
});

export type ControlLink = z.output<typeof ControlLink>;
export type Control = z.output<typeof Control>;
export type ControlStatement = z.output<typeof ControlStatement>;

/**
 * A statement as a sentence without its stop.
 *
 * @example
 * const said = { of: 'Example AG', within: ['EU'], status: 'self-declared' } as const;
 * statementWords(said, 'Example'); // 'Example says of itself that nobody from outside of the EU controls Example AG'
 */
export function statementWords(
  { of, within, status }: { of: string; within: readonly string[]; status: ControlStatement['status'] },
  title: string,
): string {
  const who = status === 'self-declared' ? `${title} says of itself` : 'a third party says';
  const where = within.map((name) => (/^(EU|EEA)$/.test(name) ? `the ${name}` : name)).join(' and ');
  return `${who} that nobody from outside of ${where} controls ${of}`;
}

/**
 * The owners of an entity, as far as they are known.
 *
 * @example
 * const { control } = record;
 * if (control) ownersOf(control, control.contractingEntity.name).map(({ entity, share }) => `${entity}: ${share ?? 'unknown'}`);
 */
export function ownersOf({ chain }: Control, entity: string): ControlLink[] {
  return chain.filter(({ of }) => of === entity);
}

/**
 * All who stand above the contracting entity by control alone: where each link decides. A minority's own owners are not among them.
 *
 * @example
 * if (record.control) controllersOf(record.control).map(({ entity, country }) => `${entity} (${country ?? 'unknown'})`);
 */
export function controllersOf(control: Control): ControlLink[] {
  const above = (entity: string, seen: readonly string[]): ControlLink[] =>
    ownersOf(control, entity)
      .filter(({ holds, entity: owner }) => holds === 'control' && !seen.includes(owner))
      .flatMap((link) => [link, ...above(link.entity, [...seen, link.entity])]);
  return above(control.contractingEntity.name, [control.contractingEntity.name]);
}

/**
 * Those at the top: owners of whom no owner is recorded.
 *
 * @example
 * if (record.control) ultimateOwnersOf(record.control).map(({ entity }) => entity);
 */
export function ultimateOwnersOf(control: Control): ControlLink[] {
  return control.chain.filter(({ entity }) => ownersOf(control, entity).length === 0);
}
