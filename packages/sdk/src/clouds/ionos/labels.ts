import { isCloudError } from '../../errors/index.js';
import { Labels } from '../../kinds/model/index.js';
import type { IonosApi } from './api.js';
import { paths } from './paths.js';
import { unlessGone } from './unless-gone.js';
import type { WireLabel } from './wire.js';

const OWNER = 'hansa-owner';
const UNFINISHED = 'hansa-create';

/** Labels of one thing, which have a path of their own. */
export async function labelsOf(api: IonosApi, path: string): Promise<Record<string, string>> {
  const found = (await unlessGone(api.whole<WireLabel>(paths.labels(path)))) ?? [];
  return Object.fromEntries(found.filter(isOurs).map(({ properties: { key, value } }) => [key, value]));
}

/** Whether the model can carry it. What it cannot is somebody else's, and left alone. */
function isOurs({ properties: { key, value } }: WireLabel): boolean {
  return key.startsWith('hansa-') || Labels.safeParse({ [key]: value }).success;
}

/** Labels of everything, by the id of what they are on, in one answer. */
export async function allLabels(api: IonosApi): Promise<AllLabels> {
  const byId = new Map<string, Record<string, string>>();
  const datacenters = new Map<string, Set<string>>();
  for (const { properties } of (await api.whole<WireLabel>(paths.labels())).filter(isOurs)) {
    const { key, value, resourceId = '', resourceHref = '' } = properties;
    byId.set(resourceId, { ...byId.get(resourceId), [key]: value });
    const dc = /\/datacenters\/([^/]+)\//.exec(resourceHref)?.[1];
    if (key === OWNER && dc) datacenters.set(value, (datacenters.get(value) ?? new Set()).add(dc));
  }
  return { byId, datacenters };
}

export interface AllLabels {
  byId: ReadonlyMap<string, Record<string, string>>;
  /** Data centers in which something of an owner stands, by owner. */
  datacenters: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * What a thing is labelled with. It is made with its labels as marks in a name, since no request can make it with labels; the marks
 * hold until the label of its owner is there, which is put on last.
 */
export function together(
  labels: Readonly<Record<string, string>>,
  marks: Readonly<Record<string, string>>,
): Record<string, string> {
  return OWNER in labels ? { ...labels } : { ...marks, ...labels };
}

/**
 * Puts labels on, changes and takes off what differs; the owner's comes last. The mark of what is unfinished never becomes a label: as
 * long as it is wanted, the owner's label is left off, and the marks speak.
 *
 * @param known what is on it; asked for where it is not given
 */
export async function setLabels(
  api: IonosApi,
  path: string,
  wanted: Readonly<Record<string, string>>,
  known?: Readonly<Record<string, string>>,
): Promise<void> {
  const { [UNFINISHED]: unfinished, [OWNER]: owner, ...rest } = wanted;
  const want = unfinished !== undefined || owner === undefined ? rest : { ...rest, [OWNER]: owner };
  const have = known ?? (await labelsOf(api, path));
  for (const key of Object.keys(have)) if (!(key in want)) await takeOff(api, path, key);
  for (const [key, value] of Object.entries(want))
    if (have[key] !== value) await putOn(api, path, key, value, key in have);
}

async function putOn(api: IonosApi, path: string, key: string, value: string, there: boolean): Promise<void> {
  const body = { properties: { key, value } };
  if (there) return api.say('PUT', paths.label(path, key), body);
  try {
    await api.say('POST', paths.labels(path), body);
  } catch (error) {
    // A request whose answer was lost had put it on.
    if (!isCloudError(error, 'already-exists')) throw error;
    await api.say('PUT', paths.label(path, key), body);
  }
}

async function takeOff(api: IonosApi, path: string, key: string): Promise<void> {
  await unlessGone(api.say('DELETE', paths.label(path, key)));
}

/** Marks in a name, by which an interrupted create is found again; they hold until there are labels. */
export function marksOf(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => key === OWNER || key === UNFINISHED));
}
