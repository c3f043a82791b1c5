import { CloudError } from '../errors/index.js';
import { axiosSend } from './transport/axios.js';
import { decode } from './transport/decode.js';
import { chain } from './transport/http.js';
import { requireLoopback } from './transport/secure.js';

/** A loopback server answers at once or not at all. */
const ANSWER_MS = 5_000;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The environment that an emulator wants to be spoken to with, laid over the user's own. So one variable, `HANSA_EMULATOR`, turns
 * all clouds to the emulator and back; with the cloud's `accountSettings` left aside no real credential is sent to it.
 *
 * @throws CloudError `unavailable` when nothing answers there; `invalid` when it is not on loopback
 */
export async function emulatedEnv(url: string, env: Env): Promise<Env> {
  const base = requireLoopback(url, 'HANSA_EMULATOR');
  const send = chain([decode], axiosSend(base, { timeoutMs: ANSWER_MS }));
  const answer = await send({ method: 'GET', path: '/_emulator' }).catch((cause: unknown) => {
    throw new CloudError('unavailable', {
      message: `no emulator answers at ${base}, where HANSA_EMULATOR points`,
      next: ['start one: npx hansa emulate', 'or unset HANSA_EMULATOR to use real accounts'],
      cause,
    });
  });
  const given = answer.status === 200 ? (answer.body as { env?: Env }).env : undefined;
  return { ...env, ...given };
}
