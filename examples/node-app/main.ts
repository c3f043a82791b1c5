// The SDK alone: what two vCPUs and 4 GiB cost at each cloud, a server at the cheapest, its address; then all of it is deleted.
import { Hansa, isCloudError } from '@hansa/sdk';
import { cheapest, line } from './offers.js';

const CLOUDS = ['hetzner', 'scaleway'];

// The owner marks what this app makes. Credentials are found as each vendor's own tools find them.
const hansa = new Hansa({ owner: 'node-app' });
/** How to delete what was made, the last first. */
const undo: (() => Promise<void>)[] = [];

try {
  const offers = await cheapest(hansa, CLOUDS, { vcpus: 2, memoryGib: 4, countries: ['DE', 'FR'] });
  console.table(offers.map(line));
  const [best] = offers;
  if (!best) throw new Error('no cloud has such a size with a price');

  const { firewalls, servers } = hansa.cloud(best.cloud);
  const firewall = await firewalls.create({
    name: 'node-app',
    region: best.place.id,
    rules: [{ direction: 'in', protocol: 'tcp', ports: '443', cidrs: ['0.0.0.0/0', '::/0'] }],
  });
  undo.push(() => firewalls.delete(firewall.id));

  // Comes back when the server is usable. Interrupted and run again, it takes over what it left.
  const server = await servers.create({
    name: 'node-app',
    region: best.place.id,
    size: best.size,
    image: 'debian-12',
    firewallIds: [firewall.id],
  });
  undo.push(() => servers.delete(server.id));
  console.log(`${server.id}: ${server.nativeSize} in ${server.place}, ${server.publicIpv4Address}`);
} catch (error) {
  // One class of error, told apart by code; the message says what to do next.
  if (!isCloudError(error)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
} finally {
  for (const one of undo.reverse()) await one();
}
