import type { Route } from '../../core/http.js';

/** Zones of servers and of volumes: here they are the same. */
export const ZONES: readonly string[] = ['nova', 'nova-2'];

export function computeZones(): Route[] {
  const zones = ZONES.map((zoneName) => ({ zoneName, zoneState: { available: true }, hosts: null }));
  return [
    {
      method: 'GET',
      path: '/os-availability-zone',
      handle: () => ({ status: 200, body: { availabilityZoneInfo: zones } }),
    },
  ];
}
