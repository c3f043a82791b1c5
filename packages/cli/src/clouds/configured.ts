import { CLOUD_IDS, type CloudSettings, driverOf, Hansa, usualClouds } from '@hansa/sdk';
import { UsageError } from '../failure.js';

/** `mine=openstack` as an id with its settings; `hetzner` stands for itself. @throws UsageError */
export function readCloud(text: string): [id: string, settings: CloudSettings] {
  const [id = '', driver, ...rest] = text.split('=');
  if (id === '' || driver === '' || rest.length > 0)
    throw new UsageError(`"${text}" names no cloud`, [
      'use its id (hetzner), or an id with its driver (mine=openstack)',
    ]);
  const settings = driver === undefined ? {} : { driver };
  driverNamed(id, settings);
  return [id, settings];
}

/** The driver of a cloud. @throws UsageError where there is none of that name */
export function driverNamed(id: string, { driver = id }: CloudSettings): string {
  if (typeof driver === 'string' && driverOf(driver)) return driver;
  throw new UsageError(`there is no cloud "${id}"`, [
    `use one of ${CLOUD_IDS.join(', ')}`,
    `name its driver: ${id}=openstack`,
  ]);
}

/** Clouds that a command is to ask, with a Hansa for them. */
export interface OpenClouds {
  hansa: Hansa;
  ids: string[];
  /** Whether the command line names them. */
  named: boolean;
}

/** The clouds that a command line names, or the usual ones: every driver, and what the user's own files name. */
export async function openClouds(named: readonly string[] | undefined): Promise<OpenClouds> {
  const clouds = Object.fromEntries((named ?? (await usualClouds(process.env))).map(readCloud));
  return { hansa: new Hansa({ clouds }), ids: Object.keys(clouds), named: named !== undefined };
}
