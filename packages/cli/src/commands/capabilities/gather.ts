import { type CloudSettings, driverOf, KINDS, kindNamed } from '@hansa/sdk';
import type { Cell, ChangeRule, Fact, Limit } from '@hansa/sdk/driver';

/** What one cloud offers of one kind. */
export interface KindCapability {
  kind: string;
  offered: boolean;
  /** Why it is not offered, and what to use in its place. */
  because?: string;
  next?: string;
  /** Why the cloud keeps nothing of it: such a thing stands in the state alone, and is sent with what refers to it. */
  stateOnly?: string;
  /** What the vendor accepts, each with its source. */
  limits: ({ attribute: string; of: 'items' | 'characters' } & Limit)[];
  /** Attributes, or values of them, that the cloud does not offer. */
  without: { what: string; because: string; next?: string }[];
  /** Attributes of which it holds only a part of what the model promises. */
  partly: { attribute: string; what: string; because: string; next?: string }[];
  /** What a change of an attribute does there, where the cloud differs from the model. */
  changes: { attribute: string; does: string }[];
}

export interface CloudCapabilities {
  cloud: string;
  title: string;
  emulated: boolean;
  requests: { atOnce: number; perSecond?: number; because: string };
  /** What is known of it beforehand, where it is one vendor's cloud that another one's driver speaks to. */
  profile?: { driver: string; facts: readonly Fact[] };
  /** Why what it offers is what another cloud behind it does. */
  intermediary?: string;
  kinds: KindCapability[];
}

/** What these clouds offer of these kinds, as their drivers declare it. */
export async function gather(
  wanted: readonly (readonly [id: string, settings: CloudSettings])[],
  kinds: readonly string[] = KINDS.map(({ name }) => name),
): Promise<CloudCapabilities[]> {
  return Promise.all(
    wanted.map(async ([id, settings]) => {
      const facts = await driverOf(String(settings['driver'] ?? id))?.();
      if (!facts) throw new Error(`there is no driver for ${id}`);
      const { concurrency, rate, because } = facts.limits;
      return {
        cloud: id,
        title: facts.title,
        emulated: facts.emulatorPath !== undefined,
        requests: { atOnce: concurrency, ...(rate && { perSecond: rate.perSecond }), because },
        ...(facts.profile && { profile: { driver: facts.profile.driver, facts: facts.profile.facts } }),
        ...(facts.intermediary && { intermediary: facts.intermediary.because }),
        kinds: kinds.map((kind) => {
          const cell = facts.cells[kind];
          return cell ? offered(kind, cell) : { kind, ...NOTHING, offered: false, ...facts.notOffered?.[kind] };
        }),
      };
    }),
  );
}

const NOTHING = { limits: [], without: [], partly: [], changes: [] };

function offered(kind: string, cell: Cell): KindCapability {
  const { limits = {}, notOffered = {}, partly = {}, change = {}, stateOnly } = cell;
  return {
    kind,
    offered: true,
    ...(stateOnly && { stateOnly: stateOnly.because }),
    limits: Object.entries(limits).map(([attribute, limit]) => ({
      attribute: written(attribute),
      of: kindNamed(kind)?.attributes[attribute]?.type.safeParse([]).success ? 'items' : 'characters',
      ...(limit as Limit),
    })),
    without: Object.entries(notOffered).map(([what, why]) => ({ what: written(what), ...why })),
    partly: Object.entries(partly).flatMap(([attribute, part]) =>
      part ? [{ attribute: written(attribute), ...part }] : [],
    ),
    changes: Object.entries(change).flatMap(([attribute, rule]) =>
      rule ? [{ attribute: written(attribute), does: does(rule) }] : [],
    ),
  };
}

/** As Terraform writes it, kinds too: `sizeGib` is `size_gib`. */
const written = (attribute: string) => attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A rule of change as words: `needs power=off, cannot be taken back: disk grows`. */
function does(rule: ChangeRule): string {
  if (rule === 'update') return 'in place';
  if (rule === 'replace') return 'replaces it';
  const { needs = {}, direction, disruption, irreversible } = rule;
  const parts = [
    ...Object.entries(needs).map(([name, value]) => `needs ${name}=${String(value)}`),
    ...(direction ? ['upwards only'] : []),
    ...(disruption ? [`${disruption}s it`] : []),
    ...(irreversible ? [`cannot be taken back: ${irreversible}`] : []),
  ];
  return parts.join(', ') || 'in place';
}
