import type { Drift } from '../openapi/document.js';

/** What the description of 2026-08 does not say right, as far as it is used here. */
export const drift: readonly Drift[] = [];
