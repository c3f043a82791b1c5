import * as z from 'zod';
import type { CloudService } from './cloud.js';
import { controlRoutes } from './control.js';
import type { Emulator } from './emulator.js';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * The control paths need no credential, so they refuse what a web page could send: a foreign Origin, and a Host that
 * is not loopback (DNS rebinding).
 */
export function controlService(emulator: Emulator): CloudService {
  return {
    routes: controlRoutes(emulator),
    before({ headers }) {
      const host = LOOPBACK.test(headers.host ?? '');
      const origin = headers.origin === undefined || LOOPBACK.test(headers.origin.replace(/^https?:\/\//, ''));
      return host && origin ? undefined : { status: 403, body: { error: 'control paths are for this machine only' } };
    },
    refuse: (status) => ({ status, body: { error: REASONS[status] ?? `status ${status}` } }),
    failed: (error) =>
      error instanceof z.ZodError ? { status: 400, body: { error: z.prettifyError(error) } } : undefined,
  };
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'the body is not JSON',
  404: 'no such control path: GET /_emulator lists them',
  405: 'the path has other methods: GET /_emulator lists them',
};
