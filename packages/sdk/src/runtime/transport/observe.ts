import { isCloudError, redactText } from '../../errors/index.js';
import type { Clock } from '../clock.js';
import type { Link } from './http.js';

/** One attempt at a request, as logs and recordings get it: no header, no body, no secret. */
export interface Exchange {
  cloud: string;
  method: string;
  path: string;
  /** HTTP status; 0 when no whole answer came. */
  status: number;
  ms: number;
  error?: string;
}

/** Reports every attempt. Headers carry credentials and bodies user data, so neither is reported. */
export function observe(cloud: string, clock: Clock, report: (exchange: Exchange) => void): Link {
  return (next) => async (request) => {
    const startedAt = clock.now();
    const tell = (status: number, error?: unknown) =>
      report({
        cloud,
        method: request.method,
        path: redactText(request.path),
        status,
        ms: clock.now() - startedAt,
        ...(error ? { error: redactText(error instanceof Error ? error.message : String(error)) } : {}),
      });
    try {
      const response = await next(request);
      tell(response.status);
      return response;
    } catch (error) {
      tell((isCloudError(error) && error.details.vendor?.status) || 0, error);
      throw error;
    }
  };
}
