import { CloudError } from '../../errors/index.js';
import { OWNER_LABEL } from '../../runtime/change/owner.js';
import type { HttpRequest } from '../../runtime/transport/http.js';
import type { WireLabel, WireLabels } from './wire.js';

/** Longest key; UpCloud takes 2 to 32 characters (validators of UpCloudLtd/terraform-provider-upcloud, `utils/labels.go`, read 2026-11). */
const LONGEST_KEY = 32;
const SHORTEST_KEY = 2;

/** Labels as UpCloud's list. */
export function toWireLabels(labels: Readonly<Record<string, string>>): WireLabel[] {
  return Object.entries(labels).map(([key, value]) => ({ key, value }));
}

/** UpCloud's labels in either dialect; those that UpCloud sets itself begin with `_` and are not ours to keep. */
export function toLabels(labels: WireLabels | undefined): Record<string, string> {
  return Object.fromEntries(labelList(labels).flatMap(({ key, value }) => (key.startsWith('_') ? [] : [[key, value]])));
}

/** A label that UpCloud sets itself: `_template_uuid` of a storage made from a template. */
export function systemLabel(labels: WireLabels | undefined, key: string): string | undefined {
  return labelList(labels).find((label) => label.key === key)?.value;
}

/** Query of a list for what one owner has; `more` are labels that must be there besides. */
export function owned(owner: string | undefined, more: readonly string[] = []): HttpRequest['query'] {
  const label = [...more, ...(owner === undefined ? [] : [`${OWNER_LABEL}=${owner}`])];
  return label.length > 0 ? { label } : {};
}

/** @throws CloudError `invalid` for keys that the model takes and UpCloud does not. */
export function checkLabels(labels: Readonly<Record<string, string>> | null | undefined): void {
  const wrong = Object.keys(labels ?? {}).find((key) => key.length < SHORTEST_KEY || key.length > LONGEST_KEY);
  if (wrong === undefined) return;
  throw new CloudError('invalid', {
    attribute: ['labels', wrong],
    message: `the key has ${wrong.length} characters, and UpCloud takes ${SHORTEST_KEY} to ${LONGEST_KEY}`,
    next: ['use a key of that length'],
  });
}

function labelList(labels: WireLabels | undefined): readonly WireLabel[] {
  if (!labels) return [];
  return 'label' in labels ? (labels.label ?? []) : Array.isArray(labels) ? labels : [];
}
