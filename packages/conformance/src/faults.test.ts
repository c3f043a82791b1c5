import { type HttpRequest, jumpingClock, type Send } from '@hansa/sdk';
import { breaking, type Fault } from './faults.js';

const GONE = 'this process was killed';

/** A life of three looks, a change, and a look after a wait: how far it came when broken at that request, and how many could be. */
async function life(fault: Fault, step: number): Promise<{ did: string[]; seen: number; at: number }> {
  const clock = jumpingClock(0);
  const did: string[] = [];
  const breaker = breaking(fault, step, { clock });
  const vendor: Send = async ({ method, path }) => {
    if (method !== 'GET') did.push(path);
    return { status: 200, headers: {}, body: '{}' };
  };
  const send = breaker.link(vendor);
  const ask = (method: HttpRequest['method'], path: string) => send({ method, path } as HttpRequest);
  try {
    for (const path of ['/places', '/sizes', '/things']) await ask('GET', path);
    await ask('POST', '/things');
    await ask('GET', '/things/1');
    await clock.sleep(1_000);
    await ask('GET', '/things/1');
    await ask('PUT', '/things/1');
  } catch (error) {
    expect(String(error)).toContain(GONE);
  }
  return { did, seen: breaker.seen(), at: clock.now() };
}

it('kills a process before each request that leaves something else at the vendor, or leaves it later', async () => {
  const { seen } = await life('killed before the vendor acts', 99);
  const lives = await Promise.all(
    Array.from({ length: seen }, (_, step) => life('killed before the vendor acts', step)),
  );
  expect(lives.map(({ did, at }) => [did.length, at])).toEqual([
    [0, 0], // before the first look: before the two after it, and the change, it would be the same
    [1, 0],
    [1, 1_000], // a second later the vendor may have gone on by itself
  ]);
});

it('kills a process after each change', async () => {
  const { seen } = await life('killed after the vendor acted', 99);
  expect(seen).toBe(2);
  expect((await life('killed after the vendor acted', 1)).did).toEqual(['/things', '/things/1']);
});

it('breaks every request by what a process survives', async () => {
  expect((await life('503', 99)).seen).toBe(7);
});
