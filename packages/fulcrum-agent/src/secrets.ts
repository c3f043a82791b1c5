import { CloudError, isCloudError, redact } from '@hansa/sdk';
import type { CoreApi } from '@hansa/sdk/clouds/fulcrum';

const VAULT = 'vault://';

/**
 * Values with every reference to a secret resolved. What comes of it goes to the cloud and nowhere else: each secret is registered, so that no
 * error and no log line can carry it.
 *
 * @throws CloudError `invalid` where a secret is gone
 */
export async function resolved<T>(core: CoreApi, value: T): Promise<T> {
  if (typeof value === 'string') return (value.startsWith(VAULT) ? await look(core, value) : value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map((one) => resolved(core, one))) as Promise<T>;
  const entries = Object.entries(value).map(async ([name, one]) => [name, await resolved(core, one)] as const);
  return Object.fromEntries(await Promise.all(entries)) as T;
}

async function look(core: CoreApi, reference: string): Promise<unknown> {
  try {
    const { value } = await core.get<{ value: unknown }>(
      `/vault/secrets/${encodeURIComponent(reference.slice(VAULT.length))}`,
    );
    if (typeof value === 'string') redact(value);
    return value;
  } catch (error) {
    if (!isCloudError(error, 'not-found')) throw error;
    throw new CloudError('invalid', {
      message: 'a secret that the service refers to is gone from the vault',
      next: ['order it again with the secret'],
    });
  }
}
