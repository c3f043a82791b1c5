import { request as ask } from 'node:http';
import { createServer, globalAgent } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createCertificate } from '../../packages/terraform-plugin/src/goplugin/certificate.js';

/** What npm's `@ovhcloud/node-ovh` is made with; it brings no types. */
interface Client {
  requestPromised(method: string, path: string, params?: object): Promise<unknown>;
}
type MakeClient = (params: Record<string, unknown>) => Client;
const makeClient = require('@ovhcloud/node-ovh') as MakeClient;

/** OVHcloud's own client speaks HTTPS alone: the end of its TLS in front of an emulator, and clients behind it. */
export async function ovhClients(emulatorUrl: string) {
  const { pem: cert, keyPem: key } = createCertificate();
  const front = createServer({ cert, key }, (message, response) => {
    const { method, url: path, headers } = message;
    const onward = ask(emulatorUrl, { method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    message.pipe(onward);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const trusted = globalAgent.options.ca;
  globalAgent.options.ca = [cert];
  const { port } = front.address() as AddressInfo;
  return {
    client: (credentials: Record<string, unknown>) =>
      makeClient({ host: 'localhost', port, basePath: '/ovh/1.0', ...credentials }),
    close: () => {
      globalAgent.options.ca = trusted;
      front.closeAllConnections();
      return new Promise((resolve) => front.close(resolve));
    },
  };
}
