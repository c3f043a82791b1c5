/** Nova and Neutron: `2026-11-25T10:00:00Z`. */
export const date = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** Cinder, and Nova where it tells what it did itself: no zone, microseconds. */
export const localDate = (ms: number): string => `${new Date(ms).toISOString().slice(0, 23)}000`;

/** Keystone: microseconds and a zone. */
export const fineDate = (ms: number): string => `${localDate(ms)}Z`;
