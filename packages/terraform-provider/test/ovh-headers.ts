import { createHash } from 'node:crypto';

type Env = Readonly<Record<string, string>>;
type Headers = Record<string, string>;

interface Question {
  method: string;
  url: string;
  body?: string;
  /** The API's time, ms. */
  now: number;
}

/** Headers by which OVHcloud knows who asks: a signature at its own API, a token at the OpenStack behind it. */
export async function ovhHeaders(env: Env, question: Question): Promise<Headers> {
  return question.url.includes('/openstack/')
    ? { 'x-auth-token': await token(env, question.now) }
    : signature(env, question);
}

/** docs.ovh.com, "First steps with the OVHcloud APIs", read 2026-11. */
function signature(env: Env, { method, url, body = '', now }: Question): Headers {
  const timestamp = String(Math.floor(now / 1000));
  const [secret, consumer] = [env['OVH_APPLICATION_SECRET'] ?? '', env['OVH_CONSUMER_KEY'] ?? ''];
  const digest = createHash('sha1').update([secret, consumer, method, url, body, timestamp].join('+')).digest('hex');
  return {
    'x-ovh-application': env['OVH_APPLICATION_KEY'] ?? '',
    'x-ovh-consumer': consumer,
    'x-ovh-timestamp': timestamp,
    'x-ovh-signature': `$1$${digest}`,
  };
}

/** A token for the password of the project's first user of OpenStack. */
async function token(env: Env, now: number): Promise<string> {
  const users = `${env['OVH_ENDPOINT']}/cloud/project/${env['OVH_CLOUD_PROJECT_SERVICE']}/user`;
  const ask = async <T>(method: string, url: string, body?: string): Promise<T> => {
    const headers = {
      ...signature(env, { method, url, body, now }),
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    return (await (await fetch(url, { method, headers, body })).json()) as T;
  };
  const [user] = await ask<{ id: number }[]>('GET', users);
  const body = JSON.stringify({ password: env['OVH_OPENSTACK_PASSWORD'] });
  return (await ask<Record<string, string>>('POST', `${users}/${user?.id}/token`, body))['X-Auth-Token'] ?? '';
}
