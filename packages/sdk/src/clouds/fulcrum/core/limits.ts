import type { RateLimits } from '../../../runtime/driver/index.js';

/** How fast a core may be asked. */
export const CORE_LIMITS: RateLimits = {
  concurrency: 10,
  because:
    'the core has no limit and sends no header that tells one (fulcrumproject/core, source of 2026-05-27, read 2026-11); ten at once is ' +
    "Terraform's own parallelism",
};
