import type { HansaOptions } from '@hansa/sdk';

type Adapter = NonNullable<HansaOptions['adapter']>;

/** What answers requests in this process: an emulator of `@hansa/emulator`. */
export interface Answering {
  request(request: {
    method: string;
    url: string;
    headers: Record<string, string>;
    text: string;
  }): Promise<{ status: number; headers: Readonly<Record<string, string>>; text: string }>;
}

/**
 * Carries requests to an emulator of this process without a socket. Law 4 lives thousands of lives, and its faults strike above the wire:
 * two thirds of its time would go to connections that prove nothing.
 *
 * @example
 * new Hansa({ env: emulator.env, adapter: direct(emulator) });
 */
export function direct(emulator: Answering): Adapter {
  return async (config) => {
    const url = new URL(`${/^https?:/.test(config.url ?? '') ? '' : config.baseURL}${config.url}`);
    if (config.params)
      url.search = (config.paramsSerializer as { serialize(params: unknown): string }).serialize(config.params);
    const headers = Object.fromEntries(
      Object.entries(config.headers.toJSON()).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    if (config.signal?.aborted) throw new Error('aborted');
    const method = (config.method ?? 'get').toUpperCase();
    const answer = await emulator.request({ method, url: url.href, headers, text: String(config.data ?? '') });
    return { status: answer.status, statusText: '', headers: { ...answer.headers }, data: answer.text, config };
  };
}
