import type { Offer } from '@hansa/sdk';
import { loadClaims } from '@hansa/sdk/claims';
import { placeOffers } from '@hansa/sdk/placement';
import { settlePolicy } from '@hansa/sdk/policy';
import { median, smallest } from '../measure/statistics.js';
import { defineScenario } from '../scenario.js';

const OFFERS = 10_000;
const RUNS = 30;
const COUNTRIES = ['DE', 'FR', 'FI', 'NL', 'PL', 'AT', 'CH', 'US'];

export default defineScenario({
  name: 'placement',
  what: `${OFFERS} offers of the clouds that claims know, placed by requirements, policy and objective, against a bare sort of them by price; ${RUNS} times each. Processor time, all threads of the process.`,
  async run() {
    const claims = await loadClaims();
    const offers = made(claims.records.map(({ cloud }) => cloud));
    const facts = { claims, today: '2026-11-26' };
    const size = { vcpus: 4, memoryGib: 8 };
    const policy = settlePolicy({ preset: 'cispe', price: { currency: 'EUR', perResource: 300 } });
    const subjects = [
      { name: 'one place', run: () => placeOffers({ requirements: size, offers, facts }) },
      { name: 'one place, with a policy', run: () => placeOffers({ requirements: size, offers, facts, policy }) },
      {
        name: 'six instances over three control chains and countries, with a policy',
        run: () => {
          const requirements = { ...size, instances: 6, spread: { controlChains: 3, countries: 3 } };
          return placeOffers({ requirements, offers, facts, policy });
        },
      },
      {
        name: 'sort by price',
        run: () => [...offers].sort((a, b) => (a.price?.perMonth ?? 0) - (b.price?.perMonth ?? 0)),
        yardstick: true,
      },
    ];
    return subjects.map(({ name, run, yardstick = false }) => {
      const times = Array.from({ length: RUNS }, () => {
        const startedAt = process.cpuUsage();
        run();
        const { user, system } = process.cpuUsage(startedAt);
        return (user + system) / 1000;
      });
      const figures = {
        'first CPU ms': times[0] ?? null,
        'median CPU ms': median(times),
        'min CPU ms': smallest(times),
      };
      return { name, yardstick, figures };
    });
  },
});

/** Offers as a market might have them: every cloud at eight places, sizes from 1 to 64 vCPUs, prices that differ. */
function made(clouds: readonly string[]): Offer[] {
  return Array.from({ length: OFFERS }, (_, i): Offer => {
    const cloud = clouds[i % clouds.length] ?? '';
    const at = Math.floor(i / clouds.length);
    const country = COUNTRIES[at % COUNTRIES.length] ?? null;
    const id = `${country?.toLowerCase()}-1`;
    const vcpus = 2 ** (Math.floor(at / COUNTRIES.length) % 7);
    const told = { source: 'made', readAt: '2026-11-26' };
    return {
      cloud,
      place: { id, country, scopes: { zone: id, region: id, area: id } },
      size: `size-${i}`,
      ...{ vcpus, memoryGib: vcpus * 2, diskGib: null, architecture: 'x86', cpu: 'shared' },
      price: {
        ...{ perHour: null, perMonth: 3 + ((i * 7919) % 5000) / 10, currency: 'EUR', net: true, ...told },
        includes: { trafficGib: null, storageGib: null, publicIpv4: null },
      },
      ...{ available: i % 11 === 0 ? null : true, deprecated: false, origin: 'snapshot', ...told },
    };
  });
}
