import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { conflict, notFound, stateIllegal } from './errors.js';
import { count, read, yesNo } from './input.js';
import type { ServerRecord } from './records.js';
import { created, get, gone, ok, post, put, remove } from './routes.js';
import { addCard, cardShape } from './server-cards.js';
import { interfaceView, networkingOf } from './server-view.js';
import { serverOf } from './servers.js';
import type { World } from './world.js';

const INTERFACES = '/server/{uuid}/networking/interface';
const INTERFACE = `${INTERFACES}/{index}`;
const modifyShape = z.object({
  index: count.optional(),
  source_ip_filtering: yesNo.optional(),
  bootable: yesNo.optional(),
});

/** Cards of servers: they come, change and go on a stopped server alone. */
export function interfaces(world: World): Route[] {
  const stopped = (request: CloudRequest): ServerRecord => {
    const server = serverOf(world, request);
    if (server.state !== 'stopped' || world.isBusy(server.uuid)) throw stateIllegal('server', server.state);
    return server;
  };
  const cardOf = (server: ServerRecord, { params }: CloudRequest) => {
    const found = server.interfaces.find(({ index }) => String(index) === params['index']);
    if (!found) throw notFound('interface', params['index'] ?? '');
    return found;
  };
  return [
    ...get('/server/{uuid}/networking', (request) => ok({ networking: networkingOf(world, serverOf(world, request)) })),
    ...post(INTERFACES, (request) => {
      const server = stopped(request);
      return created({
        interface: interfaceView(world, addCard(world, server, read(request, 'interface', cardShape))),
      });
    }),
    ...put(INTERFACE, (request) => {
      const server = stopped(request);
      const card = cardOf(server, request);
      const given = read(request, 'interface', modifyShape);
      if (given.index !== undefined && given.index !== card.index) {
        const taken = server.interfaces.some(({ index }) => index === given.index);
        if (taken) throw conflict('INTERFACE_EXISTS', `The index ${given.index} is in use.`);
        card.index = given.index;
        server.interfaces.sort((a, b) => a.index - b.index);
      }
      if (given.source_ip_filtering) card.sourceIpFiltering = given.source_ip_filtering;
      if (given.bootable) card.bootable = given.bootable;
      return ok({ interface: interfaceView(world, card) });
    }),
    ...remove(INTERFACE, (request) => {
      const server = stopped(request);
      const card = cardOf(server, request);
      for (const ip of world.floatingIps.filter(({ mac }) => mac === card.mac)) ip.mac = null;
      server.interfaces = server.interfaces.filter((one) => one !== card);
      return gone;
    }),
  ];
}
