import { type CloudSettings, Hansa, type HansaOptions, isCloudError, KINDS, systemClock } from '@hansa/sdk';
import type { Fault } from './faults.js';
import { Ground } from './ground.js';
import type { Finding, Law, Skip, Trial, Verdict } from './law.js';
import { LAWS } from './laws/index.js';

/** The law under which a kind stands that the cloud has no cell for. */
const NOT_OFFERED = { number: 7 };

export interface SuiteOptions {
  /** Id of the cloud. */
  cloud: string;
  settings?: CloudSettings;
  /** Kinds to try. Default: all. */
  kinds?: readonly string[];
  /** Laws to try by number. Default: all. */
  laws?: readonly number[];
  region?: string;
  /** Marks what the suite makes. Default: an owner of its own. */
  owner?: string;
  emulated: boolean;
  /** What every Hansa of the suite gets: environment, clock. */
  hansa?: Partial<HansaOptions>;
  /** Carries the requests of interrupted lives (law 4) and of the many that are listed (law 6) in the place of HTTP: `direct(emulator)`. */
  direct?: HansaOptions['wire'];
  /** Credentials to look for where they must not be. */
  secrets?: readonly string[];
  onVerdict?(verdict: Verdict): void;
}

export interface SuiteResult {
  verdicts: Verdict[];
  /** Interrupted lives that were tried (law 4), in all and under each fault. */
  cases: number;
  faults: Partial<Record<Fault, number>>;
  /** What could not be cleared away. */
  left: string[];
}

/**
 * Holds one cloud to the laws. Everything it makes carries a name and an owner of its own and is deleted at the end.
 *
 * @example
 * const { verdicts } = await runSuite({ cloud: 'hetzner', emulated: true, hansa: { env: emulator.env } });
 * verdicts.every((v) => v.status !== 'failed'); // true
 */
export async function runSuite(options: SuiteOptions): Promise<SuiteResult> {
  const { cloud, settings = {}, emulated, region } = options;
  const run = `conf${Math.floor(Math.random() * 36 ** 4).toString(36)}`;
  const owner = options.owner ?? run;
  const restart = (more: Partial<HansaOptions> = {}) =>
    new Hansa({ clouds: { [cloud]: settings }, owner, ...options.hansa, ...more });
  const handle = restart().cloud(cloud);
  const ground = new Ground(handle, region ?? (await firstPlace(handle)), run);
  const result: SuiteResult = { verdicts: [], cases: 0, faults: {}, left: [] };

  const wanted = KINDS.filter((kind) => !options.kinds || options.kinds.includes(kind.name));
  const laws = LAWS.filter((law) => !options.laws || options.laws.includes(law.number));
  const { cloud: facts } = await handle.connect();
  try {
    for (const kind of wanted) {
      if (!(kind.name in facts.cells)) {
        const why = facts.notOffered?.[kind.name]?.because;
        await check(NOT_OFFERED, kind.name, `${facts.title} has it, or says why not`, async () => {
          if (why === undefined) throw new Error('there is no cell for it, and no reason in notOffered');
          return { skip: why, source: `the driver's own words for ${cloud}` };
        });
        continue;
      }
      for (const law of laws) {
        const trial: Trial = {
          kind,
          cloud,
          owner,
          emulated,
          region,
          ground,
          restart,
          handle,
          settings,
          env: options.hansa?.env ?? process.env,
          secrets: options.secrets ?? [],
          direct: options.direct,
          clock: options.hansa?.clock ?? systemClock,
          count: (fault, cases) => {
            result.cases += cases;
            result.faults[fault] = (result.faults[fault] ?? 0) + cases;
          },
          check: (title, act) => check(law, kind.name, title, act),
        };
        // What a law does between its checks (making what it needs) may fail too; that is a failure of the law.
        await law
          .try(trial)
          .catch((error: unknown) => check(law, kind.name, 'the ground of this law', () => Promise.reject(error)));
      }
    }
  } finally {
    result.left = await ground.clear();
  }
  return result;

  async function check(law: Pick<Law, 'number'>, kind: string, title: string, act: () => Finding): Promise<void> {
    const startedAt = Date.now();
    const outcome = await (act() as Promise<Skip | undefined>).then(
      (skip) =>
        skip ? { status: 'skipped' as const, reason: skip.skip, source: skip.source } : { status: 'passed' as const },
      (error: unknown) => ({
        status: 'failed' as const,
        reason: isCloudError(error) ? String(error) : error instanceof Error ? error.message : String(error),
      }),
    );
    const verdict: Verdict = { law: law.number, kind, title, ms: Date.now() - startedAt, ...outcome };
    result.verdicts.push(verdict);
    options.onVerdict?.(verdict);
  }
}

async function firstPlace(handle: ReturnType<Hansa['cloud']>): Promise<string | undefined> {
  return (await handle.places())[0]?.id;
}
