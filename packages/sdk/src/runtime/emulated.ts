import { CloudError } from '../errors/index.js';
import { axiosWire } from './transport/axios.js';
import { decode } from './transport/decode.js';
import { chain } from './transport/http.js';
import { requireLoopback } from './transport/secure.js';
import { onWire, type Wire } from './transport/wire.js';

/** A loopback server answers at once or not at all. */
const ANSWER_MS = 5_000;

type Env = Readonly<Record<string, string | undefined>>;

/** What an emulator tells of itself. */
export interface RunningEmulator {
  url: string;
  /** How it wants to be spoken to, with nothing of the user's own but what is meant for us (`HANSA_…`): no real credential gets there. */
  env: Env;
  /** Whether a cloud is served at that path below it. */
  serves(path: string): boolean;
}

/**
 * Asks the emulator that `HANSA_EMULATOR` names. So one variable turns all clouds there and back.
 *
 * @throws CloudError `unavailable` when nothing answers there; `invalid` when it is not on loopback
 */
export async function askEmulator(url: string, { env, wire }: { env: Env; wire?: Wire }): Promise<RunningEmulator> {
  const base = requireLoopback(url, 'HANSA_EMULATOR');
  const send = chain([decode], onWire(base, wire ?? axiosWire({ timeoutMs: ANSWER_MS })));
  const answer = await send({ method: 'GET', path: '/_emulator' }).catch((cause: unknown) => {
    throw new CloudError('unavailable', {
      message: `no emulator answers at ${base}, where HANSA_EMULATOR points`,
      next: ['start one: npx hansa emulate', 'or unset HANSA_EMULATOR to use real accounts'],
      cause,
    });
  });
  const about = (answer.status === 200 ? answer.body : {}) as { env?: Env; clouds?: Record<string, string> };
  const ours = Object.entries(env).filter(([name]) => name.startsWith('HANSA_'));
  const prefixes = Object.values(about.clouds ?? {});
  return {
    url: base,
    env: { ...Object.fromEntries(ours), ...about.env },
    serves: (path) => prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)),
  };
}
