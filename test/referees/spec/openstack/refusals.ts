import { isObject } from '../openapi/json.js';

/** Where each service puts the words of a refusal (real answers of Nova, Cinder, Neutron, Keystone and Glance of Zed, seen 2026-11). */
export function refusalProblems(service: string, status: number, body: unknown): string[] {
  // Proxies and Glance answer in HTML or not at all.
  if (!isObject(body)) return [];
  const inner = service === 'image' ? body : Object.values(body)[0];
  const message = isObject(inner) ? inner['message'] : undefined;
  return typeof message === 'string' ? [] : [`a refusal with ${status} whose message is nowhere`];
}
