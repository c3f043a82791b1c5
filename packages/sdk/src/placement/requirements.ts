import * as z from 'zod';
import { CloudError } from '../errors/index.js';
import { CountryOrSet } from '../policy/index.js';
import { measureOf, type SizeWish } from '../sizes/index.js';
import { CITIES, cityNamed } from './cities.js';

/** What candidates are put in order by; of two the first that tells them apart decides. */
export const OBJECTIVES = ['price', 'certainty', 'clouds', 'countries', 'distance', 'fit'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** More than this many apart no continent has. */
const MOST_APART = 10;
const Apart = z.number().int().min(1).max(MOST_APART);

const Spread = z.strictObject({
  controlChains: Apart.optional().describe('Over at least so many clouds of which nobody controls two.'),
  countries: Apart.optional().describe('Over at least so many countries.'),
  clouds: Apart.optional().describe('Over at least so many clouds.'),
  places: Apart.optional().describe('Over at least so many places.'),
});

const Near = z.strictObject({
  city: z
    .string()
    .refine((name) => cityNamed(name) !== undefined, {
      error: ({ input }) =>
        `where ${JSON.stringify(input)} lies is not known here; use one of ${Object.keys(CITIES).join(', ')}`,
    })
    .describe('A city with data centres, such as `Frankfurt`, `Paris`, `Warsaw`.'),
  withinKm: z.number().positive().optional().describe('At most so far from it, as the crow flies. Default: anywhere.'),
});

/** What is to be placed. This is the only place where its attributes stand: Terraform's schema, docs and types derive from it. */
export const Requirements = z
  .strictObject({
    size: z
      .string()
      .min(1)
      .optional()
      .describe('SCS flavour name, such as `SCS-2V-4`. Or give `vcpus` and `memory_gib`.'),
    vcpus: z.number().int().positive().optional().describe('At least so many vCPUs.'),
    memoryGib: z.number().positive().optional().describe('At least so much memory, GiB.'),
    diskGib: z.number().int().positive().optional().describe('A root disk of at least so many GiB.'),
    architecture: z.enum(['x86', 'arm']).optional().describe('`x86` (default) or `arm`.'),
    image: z.string().min(1).optional().describe('An image that must be there, such as `debian-12`.'),
    instances: z.number().int().min(1).max(1000).optional().describe('How many are to be placed. Default: 1.'),
    clouds: z
      .array(z.string().min(1))
      .nonempty()
      .optional()
      .describe('These clouds alone, by id, the preferred first.'),
    countries: z
      .array(CountryOrSet)
      .nonempty()
      .optional()
      .describe('These countries alone, the preferred first: ISO 3166-1 codes and `EU`, `EEA`, `EFTA`, `ADEQUATE`.'),
    near: Near.optional().describe('A latency zone: light in fibre goes and comes back 100 km in a millisecond.'),
    spread: Spread.optional().describe(
      'How far apart the instances stand. Each counts at least; they go round evenly.',
    ),
    exclude: z
      .array(z.string().min(1))
      .optional()
      .describe(
        'What is not to be used: a cloud (`hetzner`), a place (`hetzner/fsn1`) or a size at it (`hetzner/fsn1/cx23`).',
      ),
    objective: z
      .array(z.enum(OBJECTIVES))
      .nonempty()
      .optional()
      .describe(
        'What decides, the first that tells two apart: `price` (default), `certainty` (all rules met before some unknown), `clouds` and `countries` (in the order of those lists), `distance` (to `near`), `fit` (least beyond what is asked).',
      ),
  })
  .check(({ value, issues }) => {
    const wrong = (path: string[], message: string) => issues.push({ code: 'custom', path, message, input: value });
    if (measureOf(wishOf(value)) === null)
      wrong(['size'], 'is no size; give an SCS name such as SCS-2V-4, or both vcpus and memory_gib');
    const { instances = 1, spread = {}, objective = [] } = value;
    for (const [name, apart] of Object.entries(spread))
      if (apart > instances)
        wrong(['spread', name], `${apart} is more than the ${instances} to be placed; raise instances`);
    for (const [name, needed] of NEEDS)
      if (objective.includes(name) && value[needed] === undefined) wrong(['objective'], `${name} needs ${needed}`);
  });

const NEEDS = [
  ['clouds', 'clouds'],
  ['countries', 'countries'],
  ['distance', 'near'],
] as const;

export type Requirements = z.output<typeof Requirements>;

/** What is asked of a size, in the words of sizes. */
export function wishOf({ size, vcpus, memoryGib, diskGib, architecture }: Requirements): SizeWish {
  return {
    size: size ?? null,
    vcpus: size ? null : (vcpus ?? null),
    memoryGib: size ? null : (memoryGib ?? null),
    diskGib: diskGib ?? null,
    architecture: architecture ?? null,
  };
}

/**
 * Reads requirements.
 *
 * @throws CloudError `invalid` at the attribute
 */
export function readRequirements(requirements: Requirements): Requirements {
  const parsed = Requirements.safeParse(requirements);
  if (parsed.success) return parsed.data;
  const [first, ...more] = parsed.error.issues.map(({ path, message, ...issue }) => {
    const stray = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const at = [...path, ...(stray ? [stray] : [])].map((key) => (typeof key === 'number' ? key : String(key)));
    return { at, message: stray ? 'there is no such requirement' : message };
  });
  throw new CloudError('invalid', {
    attribute: first?.at ?? [],
    message: [first, ...more].map((one) => `${one?.at.join('.')}: ${one?.message}`).join('; '),
    next: ['docs/sovereignty.md says what each requirement means'],
  });
}
