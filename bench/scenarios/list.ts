import { startEmulator } from '@hansa/emulator';
import { Hansa } from '@hansa/sdk';
import { hetznerOf, makeServers, type Target } from '../measure/emulated-servers.js';
import { median, smallest } from '../measure/statistics.js';
import { defineScenario } from '../scenario.js';

const SERVERS = 1000;
const PER_PAGE = 50;
const RUNS = 15;

export default defineScenario({
  name: 'list',
  what: `A list of ${SERVERS} servers by the SDK, against fetch and JSON.parse of the same pages; ${RUNS} times each, in turns. The emulator shares the process.`,
  async run({ note }) {
    const emulator = await startEmulator({ clouds: ['hetzner'], rateLimit: false });
    try {
      const target = hetznerOf(emulator);
      note(`making ${SERVERS} servers`);
      await makeServers(target, SERVERS);
      const sdk = new Hansa({ env: emulator.env }).cloud('hetzner');
      const subjects = [
        { name: 'Hansa SDK', list: () => sdk.servers.list() },
        { name: 'fetch, pages after the first together', list: () => plainly(target), yardstick: true },
        { name: 'fetch, page after page', list: () => oneByOne(target), yardstick: true },
      ];
      // The places of the cloud are asked for once; that is no part of a list.
      for (const { list } of subjects) await list();
      const times = subjects.map(() => [] as number[]);
      const requests = subjects.map(() => 0);
      for (let i = 0; i < RUNS; i += 1) {
        for (const [which, { list }] of subjects.entries()) {
          emulator.requests.clear();
          const startedAt = performance.now();
          const { length } = await list();
          times[which]?.push(performance.now() - startedAt);
          requests[which] = emulator.requests.total;
          if (length !== SERVERS) throw new Error(`listed ${length} of ${SERVERS}`);
        }
      }
      return subjects.map(({ name, yardstick = false }, which) => ({
        name,
        yardstick,
        figures: {
          'median ms': median(times[which] ?? []),
          'min ms': smallest(times[which] ?? []),
          requests: requests[which] ?? null,
        },
      }));
    } finally {
      await emulator.close();
    }
  },
});

interface Page {
  servers: unknown[];
  meta: { pagination: { last_page: number } };
}

async function page({ endpoint, headers }: Target, number: number): Promise<Page> {
  const response = await fetch(`${endpoint}/servers?page=${number}&per_page=${PER_PAGE}`, { headers });
  return (await response.json()) as Page;
}

async function plainly(target: Target): Promise<unknown[]> {
  const first = await page(target, 1);
  const rest = Array.from({ length: first.meta.pagination.last_page - 1 }, (_, i) => page(target, i + 2));
  return [first, ...(await Promise.all(rest))].flatMap(({ servers }) => servers);
}

async function oneByOne(target: Target): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let number = 1, last = 1; number <= last; number += 1) {
    const { servers, meta } = await page(target, number);
    all.push(...servers);
    last = meta.pagination.last_page;
  }
  return all;
}
