import { locationNamed } from '../catalogue/locations.js';
import type { FloatingIp, PrimaryIp } from '../records.js';

export function viewFloatingIp(ip: FloatingIp): Record<string, unknown> {
  return { ...ip, home_location: locationNamed(ip.home_location), blocked: false };
}

/** No `datacenter` since 2026-07-01; `unassigned` where nobody has it, since 2026-08-01 (hcloud-go changelog). */
export function viewPrimaryIp(ip: PrimaryIp): Record<string, unknown> {
  const assignee_type = ip.assignee_id === null ? 'unassigned' : 'server';
  return { ...ip, location: locationNamed(ip.location), assignee_type, blocked: false };
}
