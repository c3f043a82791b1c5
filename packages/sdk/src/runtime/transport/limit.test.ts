import { CloudError } from '../../errors/index.js';
import { jumpingClock } from '../clock.js';
import type { HttpRequest } from './http.js';
import { limit } from './limit.js';

const GET: HttpRequest = { method: 'GET', path: '/x' };
const OK = { status: 200, headers: {}, body: undefined };

describe('limit', () => {
  it('never has more in flight than allowed, and loses none', async () => {
    let [running, most, done] = [0, 0, 0];
    const send = limit(jumpingClock(), { concurrency: 3, because: 'test' })(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      done += 1;
      return OK;
    });
    await Promise.all(Array.from({ length: 50 }, () => send(GET)));
    expect({ most, done }).toEqual({ most: 3, done: 50 });
  });

  it('keeps to the published rate after its burst', async () => {
    const clock = jumpingClock(0);
    const send = limit(clock, { concurrency: 1, rate: { perSecond: 1, burst: 10 }, because: 'test' })(async () => OK);
    for (let i = 0; i < 70; i += 1) await send(GET);
    expect(clock.now()).toBeGreaterThanOrEqual(59_000);
    expect(clock.now()).toBeLessThanOrEqual(62_000);
  });

  describe('where the vendor says how much is left', () => {
    const remaining = (headers: Record<string, string>) => Number(headers['left']);
    const limits = { concurrency: 1, rate: { perSecond: 1, burst: 100, remaining }, because: 'test' };

    it('goes slowly as soon as others have used it up', async () => {
      const clock = jumpingClock(0);
      const send = limit(clock, limits)(async () => ({ ...OK, headers: { left: '0' } }));
      for (let i = 0; i < 5; i += 1) await send(GET);
      expect(clock.now()).toBeGreaterThanOrEqual(4_000);
    });

    it('goes on at full speed after a refusal that had another reason', async () => {
      const clock = jumpingClock(0);
      let refuse = true;
      const send = limit(
        clock,
        limits,
      )(async () => {
        if (refuse) throw new CloudError('rate-limited', { message: 'no', retryAfterMs: 1_000 });
        return { ...OK, headers: { left: '90' } };
      });
      await expect(send(GET)).rejects.toThrow('no');
      refuse = false;
      for (let i = 0; i < 50; i += 1) await send(GET);
      expect(clock.now()).toBeLessThanOrEqual(3_000);
    });
  });

  it('holds everyone back when the vendor refuses one', async () => {
    const clock = jumpingClock(0);
    let refuse = true;
    const times: number[] = [];
    const send = limit(clock, { concurrency: 1, because: 'test' })(async () => {
      if (refuse) throw new CloudError('rate-limited', { message: 'no', retryAfterMs: 30_000 });
      times.push(clock.now());
      return OK;
    });
    await expect(send(GET)).rejects.toThrow('no');
    refuse = false;
    await send(GET);
    expect(times[0]).toBeGreaterThanOrEqual(30_000);
  });

  it('tells everyone at once when the vendor wants to be left alone for hours', async () => {
    const clock = jumpingClock(0);
    let asked = 0;
    const send = limit(clock, { concurrency: 5, because: 'test' })(async () => {
      asked += 1;
      throw new CloudError('rate-limited', { message: 'come back tomorrow', retryAfterMs: 86_400_000 });
    });
    for (let i = 0; i < 3; i += 1) await expect(send(GET)).rejects.toThrow('come back tomorrow');
    expect({ asked, now: clock.now() }).toEqual({ asked: 1, now: 0 });
  });

  it('lets go of who is stopped while it waits for its turn, and gives the turn to the next', async () => {
    let free!: () => void;
    const held = new Promise<void>((resolve) => (free = resolve));
    const order: string[] = [];
    const send = limit(jumpingClock(), { concurrency: 1, because: 'test' })(async ({ path }) => {
      order.push(path);
      if (path === '/first') await held;
      return OK;
    });
    const stop = new AbortController();
    const first = send({ method: 'GET', path: '/first' });
    const stopped = send({ method: 'GET', path: '/stopped', signal: stop.signal });
    const last = send({ method: 'GET', path: '/last' });
    stop.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    free();
    await Promise.all([first, last]);
    expect(order).toEqual(['/first', '/last']);
  });
});
