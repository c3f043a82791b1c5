import type { CloudRequest } from '../../core/http.js';
import { Refusal as OpenStackRefusal } from '../../openstack/errors.js';
import { badRequest, conflict, forbidden, notFound, overQuota, type Refusal } from '../errors.js';
import type { Neutron } from './region.js';

interface Question {
  method: 'POST' | 'PUT' | 'DELETE';
  /** As Neutron's own reference writes it: `/subnets/{id}`. */
  path: string;
  id?: string;
  body?: unknown;
}

/** What Neutron answers to OVHcloud's own API, which stands in front of it. @throws Refusal in the form of that API, in Neutron's words */
export function ask<T>(neutron: Neutron, { method, path, id = '', body }: Question): T {
  const route = neutron.routes.find((one) => one.method === method && one.path === `/v2.0${path}`);
  if (!route) throw new TypeError(`Neutron has no ${method} ${path}`);
  const request: CloudRequest = {
    method,
    path,
    template: path,
    params: { id },
    query: new URLSearchParams(),
    headers: {},
    text: JSON.stringify(body),
    body,
    url: new URL('http://127.0.0.1/'),
  };
  try {
    return route.handle(request).body as T;
  } catch (error) {
    throw error instanceof OpenStackRefusal ? inOwnForm(error) : error;
  }
}

function inOwnForm({ status, body }: OpenStackRefusal): Refusal {
  const { type = '', message = '' } = (body as { NeutronError?: { type: string; message: string } }).NeutronError ?? {};
  if (type === 'OverQuota') return overQuota(message.replace(/^Quota exceeded for /, ''));
  const form = { 400: badRequest, 403: forbidden, 404: notFound, 409: conflict }[status] ?? badRequest;
  return form(message);
}
