import { z } from 'zod';
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
});

export type ControlLink = z.output<typeof ControlLink>;
export type Control = z.output<typeof Control>;

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
