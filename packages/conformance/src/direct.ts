import type { Wire } from '@hansa/sdk';

/** What answers requests in this process: an emulator of `@hansa/emulator`. */
export interface Answering {
  request(request: {
    method: string;
    url: string;
    headers: Record<string, string>;
    text?: string;
  }): Promise<{ status: number; headers: Readonly<Record<string, string>>; text: string }>;
}

/**
 * Carries requests to an emulator of this process without a socket. Law 4 lives thousands of lives, and its faults strike above the wire:
 * three quarters of its time would go to connections that prove nothing.
 *
 * @example
 * new Hansa({ env: emulator.env, wire: direct(emulator) });
 */
export function direct(emulator: Answering): Wire {
  return async ({ method, url, headers, text, signal }) => {
    signal?.throwIfAborted();
    const answer = await emulator.request({ method, url, headers: lowerCase(headers), text });
    return { status: answer.status, headers: lowerCase(answer.headers), body: answer.text || undefined };
  };
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
