import { CloudError, redact } from '../errors/index.js';
import { Account, type AccountOptions } from './account.js';
import type { AnyCloud } from './driver/cloud.js';
import { askEmulator, type RunningEmulator } from './emulated.js';
import type { CloudSettings, SettledOptions } from './options.js';
import { transport } from './transport/index.js';

/** An hour: an answer that takes longer is none. */
const LONGEST_TIMEOUT_S = 3600;

export interface ConnectRequest {
  id: string;
  cloud: AnyCloud;
  settings: CloudSettings;
  options: SettledOptions;
  siblings: readonly string[];
  offeredElsewhere: AccountOptions['offeredElsewhere'];
}

/** Connects one cloud: checks its settings, registers its secrets, points it at the emulator where that is asked for. */
export async function connect({
  id,
  cloud,
  settings,
  options,
  siblings,
  offeredElsewhere,
}: ConnectRequest): Promise<Account> {
  const { driver: _driver, ...given } = settings;
  const config = checkSettings(id, cloud, given);
  for (const name of cloud.secrets) redact(config[name as string] as string | undefined);
  // Who gives an endpoint means that one.
  const named = config['endpoint'] ? undefined : options.env['HANSA_EMULATOR'];
  const emulator = named ? await askEmulator(named, options) : undefined;
  const endpoint = emulator && pointAt(emulator, cloud, config, id);
  const env = emulator ? { ...emulator.env, ...(endpoint && cloud.emulatorEnv?.(endpoint)) } : options.env;
  const { clock, owner, snapshotMs, rules } = options;
  const wire = transport({
    cloud: id,
    clock,
    limits: cloud.limits,
    refusal: cloud.refusal,
    onExchange: options.onExchange,
    onRetry: options.onRetry,
    timeoutMs: options.requestTimeoutMs ?? timeoutOf(id, env),
    wire: options.wire,
    wiretap: options.wiretap,
  });
  const api: unknown = await cloud.connect({ id, config, env, clock, transport: wire });
  return new Account({ id, cloud, api, config, env, owner, clock, snapshotMs, siblings, offeredElsewhere, rules });
}

/** Turns the settings of a cloud to the emulator. Nothing goes to a real account while the user believes that they are trying things out. */
function pointAt(emulator: RunningEmulator, cloud: AnyCloud, config: Record<string, unknown>, id: string): string {
  const { emulatorPath } = cloud;
  const path = typeof emulatorPath === 'function' ? emulatorPath(config) : emulatorPath;
  if (path === undefined || !emulator.serves(path)) {
    const why = path === undefined ? 'has no emulator' : `is not served by the emulator at ${emulator.url}`;
    throw new CloudError('unauthenticated', {
      cloud: id,
      message: `${cloud.title} ${why}, and HANSA_EMULATOR is set`,
      next: ['leave this cloud out', 'or unset HANSA_EMULATOR to use real accounts', 'or give this cloud an endpoint'],
    });
  }
  for (const name of cloud.accountSettings ?? []) delete config[name as string];
  const endpoint = `${emulator.url}${path}`;
  config['endpoint'] = endpoint;
  return endpoint;
}

function timeoutOf(id: string, { HANSA_REQUEST_TIMEOUT: text }: SettledOptions['env']): number | undefined {
  if (!text) return undefined;
  const seconds = Number(text);
  if (seconds > 0 && seconds <= LONGEST_TIMEOUT_S) return seconds * 1000;
  throw new CloudError('invalid', {
    cloud: id,
    message: `HANSA_REQUEST_TIMEOUT is "${text}", which is no time`,
    next: [`give seconds, above 0 and up to ${LONGEST_TIMEOUT_S}`, 'or take it away: the default is 60'],
  });
}

function checkSettings(id: string, cloud: AnyCloud, given: Record<string, unknown>): Record<string, unknown> {
  const present = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== null),
  );
  const known = Object.keys(cloud.config.shape);
  const stray = Object.keys(present).find((key) => !known.includes(key));
  if (stray) {
    throw new CloudError('invalid', {
      cloud: id,
      attribute: ['clouds', id, stray],
      message: `${cloud.title} has no setting "${stray}"`,
      next: [`use ${known.join(', ')}`],
    });
  }
  const parsed = cloud.config.safeParse(present);
  if (parsed.success) return { ...parsed.data };
  const [problem] = parsed.error.issues;
  throw new CloudError('invalid', {
    cloud: id,
    attribute: ['clouds', id, ...((problem?.path ?? []) as (string | number)[])],
    message: problem?.message ?? 'wrong settings',
  });
}
