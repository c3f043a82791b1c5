import { isIPv6 } from 'node:net';
import type { Route } from '../../../core/http.js';
import { changePtr } from '../../addresses.js';
import { invalidInput } from '../../errors.js';
import { dnsPtr, read } from '../../input.js';
import type { World } from '../../world.js';
import { serverAction } from './action.js';

export function addressActions(world: World): Route[] {
  return [
    serverAction(world, 'change_dns_ptr', (server, request) => {
      const body = read(request, dnsPtr);
      const version = isIPv6(body.ip) ? 'ipv6' : 'ipv4';
      const owner = world.primaryIps.find((ip) => ip.assignee_id === server.id && ip.type === version);
      if (!owner) throw invalidInput({ ip: 'not an address of this server' });
      changePtr(owner, body.ip, body.dns_ptr);
      return { plan: { command: 'change_dns_ptr' } };
    }),
  ];
}
