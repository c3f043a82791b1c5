import type { GrpcCall } from '../goplugin/grpc/service.js';
import { createLogger } from '../goplugin/log.js';
import { defineProvider } from './provider.js';
import { ProviderServer } from './provider-server.js';
import { defineSchema } from './schema/builders.js';

const FOREVER = 2 ** 30;
const provider = defineProvider({ schema: defineSchema({ attributes: {} }), configure: () => null, resources: {} });

/** A call that core has made; `left` is when the reply has left, which is later than its work ends. */
class Call implements GrpcCall {
  readonly signal = new AbortController().signal;
  readonly #works: ((replied: boolean) => void)[] = [];
  afterReply = (work: (replied: boolean) => void) => void this.#works.push(work);
  left = () => {
    for (const work of this.#works) work(true);
  };
}

function makeServer(): ProviderServer {
  const log = createLogger(() => {}, 'error');
  return new ProviderServer(provider, log, { shortest: FOREVER, longest: FOREVER, most: 1 });
}

describe('a server that is to end while core is there', () => {
  let server: ProviderServer;
  let drained: boolean;

  const drain = () => void server.drain(FOREVER).then(() => (drained = true));
  const look = () => new Promise((resolve) => setTimeout(resolve, 200));

  beforeEach(() => {
    server = makeServer();
    drained = false;
  });

  afterEach(async () => {
    server.abandon();
    while (!drained) await look();
  });

  test('has nothing to wait for when nothing is under way', async () => {
    await server.drain(FOREVER);
    drained = true;
  });

  test('tells calls in flight, and waits until their replies have left', async () => {
    const call = new Call();
    let outcome: ReturnType<ProviderServer['run']> | undefined;
    const begun = new Promise<void>((resolve) => {
      outcome = server.run(call, ({ signal }) => {
        resolve();
        return new Promise((told) => signal.addEventListener('abort', told));
      });
    });
    await begun;
    drain();
    expect((await outcome)?.failed).toBe(false);
    await look();
    expect(drained).toBe(false);
    call.left();
  });

  test('tells those that still come', async () => {
    drain();
    const call = new Call();
    let told = false;
    await server.run(call, async ({ signal }) => (told = signal.aborted));
    expect(told).toBe(true);
    call.left();
  });

  test('leaves core time to record a reply on which something depends', async () => {
    const call = new Call();
    await server.run(call, async ({ afterReply }) => afterReply(() => {}));
    call.left();
    drain();
    await look();
    expect(drained).toBe(false);
    await server.settle();
  });
});

describe('a server that core asks to end', () => {
  // Of two things that have come about while the process was held up, the one that is heard first need not be the first.
  test('does what waits for a reply when core asks for the end before word that the reply has left', async () => {
    const server = makeServer();
    const call = new Call();
    const work = jest.fn();
    await server.run(call, async ({ afterReply }) => afterReply(work));
    const settled = server.settle();
    setImmediate(call.left);
    await settled;
    expect(work).toHaveBeenCalled();
  });

  test('does not wait at the end for a call that does not end', async () => {
    const server = makeServer();
    const stuck = new Call();
    void server.run(stuck, () => new Promise(() => {}));
    await server.settle();
    expect(server.callsInFlight).toBe(1);
  });
});
