import { type CloudSettings, DRIVERS, Hansa } from '@hansa/sdk';
import { UsageError } from '../failure.js';

/** `infomaniak=openstack` as an id with its settings; `hetzner` stands for itself. @throws UsageError */
export function readCloud(text: string): [id: string, settings: CloudSettings] {
  const [id = '', driver, ...rest] = text.split('=');
  if (id === '' || driver === '' || rest.length > 0)
    throw new UsageError(`"${text}" names no cloud`, [
      'use its id (hetzner), or an id with its driver (infomaniak=openstack)',
    ]);
  const settings = driver === undefined ? {} : { driver };
  driverNamed(id, settings);
  return [id, settings];
}

/** The driver of a cloud. @throws UsageError where there is none of that name */
export function driverNamed(id: string, { driver = id }: CloudSettings): string {
  if (typeof driver === 'string' && driver in DRIVERS) return driver;
  throw new UsageError(`there is no cloud "${id}"`, [
    `use one of ${Object.keys(DRIVERS).join(', ')}`,
    `name its driver: ${id}=openstack`,
  ]);
}

/** The clouds that a command line names, or all there are, with a Hansa for them. */
export function openClouds(named: readonly string[] | undefined): { hansa: Hansa; ids: string[]; named: boolean } {
  const clouds = Object.fromEntries((named ?? Object.keys(DRIVERS)).map(readCloud));
  return { hansa: new Hansa({ clouds }), ids: Object.keys(clouds), named: named !== undefined };
}
