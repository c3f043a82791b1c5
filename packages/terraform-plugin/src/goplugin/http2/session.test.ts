import { once } from 'node:events';
import { type ClientHttp2Session, type ClientHttp2Stream, type ClientSessionOptions, connect } from 'node:http2';
import { type AddressInfo, connect as connectNet, createServer, type Server, type Socket } from 'node:net';
import fc from 'fast-check';
import {
  ErrorCode,
  Flag,
  type Frame,
  FrameReader,
  FrameType,
  frameHeader,
  numbersFrame,
  PREFACE,
  Setting,
  settingsFrame,
} from './frame.js';
import { encodeHeaders, type Field } from './hpack.js';
import type { Headers } from './request-headers.js';
import { Http2Session } from './session.js';
import type { Http2Stream } from './stream.js';

// The other side is Node's own HTTP/2, which shares no code with ours; for what it would never send, raw frames.

const OK = encodeHeaders([[':status', '200']]);
const DONE = encodeHeaders([['answered', 'yes']]);
const ENDED: { path: string | undefined; answered: boolean }[] = [];
const SEEN: Headers[] = [];
let server: Server;
let sessions: Http2Session[] = [];
let errors: (Error | undefined)[] = [];

/** `/echo` gives the body back, `/hang` nothing, anything else its answer at once. */
function answer(stream: Http2Stream): void {
  const body: Buffer[] = [];
  const path = stream.requestHeaders.get(':path');
  SEEN.push(stream.requestHeaders);
  stream.listener = {
    data: (bytes) => void body.push(bytes),
    end: () => {
      if (path !== '/echo') return;
      stream.respond(OK);
      void stream.write(Buffer.concat(body));
      stream.end(DONE);
    },
    closed: (answered) => void ENDED.push({ path, answered }),
  };
  if (path === '/echo' || path === '/hang') return;
  if (path === '/reset') stream.reset(ErrorCode.ENHANCE_YOUR_CALM);
  else stream.end(OK);
}

beforeEach(async () => {
  [ENDED.length, SEEN.length, sessions, errors] = [0, 0, [], []];
  server = createServer({ noDelay: true }, (socket) => {
    sessions.push(new Http2Session(socket, { request: answer, closed: (error) => void errors.push(error) }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  for (const session of sessions) session.destroy();
  server.close();
});

const port = () => (server.address() as AddressInfo).port;

async function client(options: ClientSessionOptions = {}): Promise<ClientHttp2Session> {
  const session = connect(`http://127.0.0.1:${port()}`, options);
  await once(session, 'remoteSettings');
  return session;
}

function request(session: ClientHttp2Session, path: string, body?: Buffer, more = {}): ClientHttp2Stream {
  const stream = session.request({ ':method': 'POST', ':path': path, ...more });
  stream.end(body);
  return stream;
}

async function answerOf(stream: ClientHttp2Stream) {
  const parts: Buffer[] = [];
  let trailers: object | undefined;
  stream
    .on('data', (part: Buffer) => parts.push(part))
    .on('trailers', (given) => {
      trailers = { ...given };
    });
  await once(stream, 'close');
  return { body: Buffer.concat(parts), trailers };
}

describe('bodies', () => {
  test('come back whole, whatever room the other side gives', async () => {
    const settings = fc.record({
      initialWindowSize: fc.integer({ min: 50, max: 200_000 }),
      maxFrameSize: fc.integer({ min: 16_384, max: 100_000 }),
      headerTableSize: fc.constantFrom(0, 100, 4096),
    });
    const bodies = fc.array(fc.nat(300_000), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(settings, bodies, async (given, sizes) => {
        // A small window and a large body would take a frame for each.
        const session = await client({ settings: given });
        const most = given.initialWindowSize * 50;
        const sent = sizes.map((size, index) => Buffer.alloc(Math.min(size, most), index + 1));
        const answers = await Promise.all(sent.map((body) => answerOf(request(session, '/echo', body))));
        expect(answers.map(({ body }) => body.length)).toEqual(sent.map((body) => body.length));
        expect(answers.every(({ body }, index) => body.equals(sent[index]!))).toBe(true);
        expect(answers.every(({ trailers }) => (trailers as Record<string, string>)['answered'] === 'yes')).toBe(true);
        session.destroy();
      }),
      { numRuns: 25 },
    );
  });

  test('larger than both windows come back whole', async () => {
    const session = await client();
    const body = Buffer.alloc(30_000_000, 'x');
    expect((await answerOf(request(session, '/echo', body))).body.equals(body)).toBe(true);
    session.destroy();
  });

  test('a window that is made smaller holds back what has not gone', async () => {
    const session = await client({ settings: { initialWindowSize: 1000 } });
    const stream = request(session, '/echo', Buffer.alloc(5000, 'x'));
    await once(stream, 'response');
    session.settings({ initialWindowSize: 10 });
    await once(session, 'localSettings');
    expect((await answerOf(stream)).body).toHaveLength(5000);
    session.destroy();
  });
});

test('headers arrive as they were sent, the first time and when they are known', async () => {
  const session = await client();
  const value = fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)) });
  const name = fc.stringMatching(/^x-[a-z0-9_.-]{1,40}$/);
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, value, { maxKeys: 20 }), async (headers) => {
      for (const time of [1, 2]) {
        SEEN.length = 0;
        await answerOf(request(session, `/now/${time}`, undefined, headers));
        const own = [...SEEN[0]!].filter(([one]) => one.startsWith('x-'));
        expect(Object.fromEntries(own)).toEqual({ ...headers });
      }
    }),
    { numRuns: 50 },
  );
  session.destroy();
});

test('headers of more than one frame arrive', async () => {
  const session = await client();
  const long = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`x-${i}`, '{'.repeat(4000)]));
  await answerOf(request(session, '/now', undefined, long));
  expect(SEEN[0]!.get('x-9')).toBe(long['x-9']);
  session.destroy();
});

describe('the end', () => {
  test('of an answer is told when it has left, of a request that was given up when that comes', async () => {
    const session = await client();
    await answerOf(request(session, '/echo', Buffer.from('a')));
    const hanging = request(session, '/hang');
    await answerOf(request(session, '/echo', Buffer.from('b')));
    hanging.close(ErrorCode.CANCEL);
    await answerOf(request(session, '/echo', Buffer.from('c')));
    expect(ENDED).toEqual([
      { path: '/echo', answered: true },
      { path: '/echo', answered: true },
      { path: '/hang', answered: false },
      { path: '/echo', answered: true },
    ]);
    session.destroy();
  });

  test('of an answer before that of its request lets the rest of the request go', async () => {
    const session = await client();
    const stream = session.request({ ':method': 'POST', ':path': '/now' });
    stream.write(Buffer.alloc(100));
    await once(stream, 'close');
    expect(stream.rstCode).toBe(ErrorCode.NO_ERROR);
    expect((await answerOf(request(session, '/echo', Buffer.from('a')))).body.toString()).toBe('a');
    session.destroy();
  });

  test('of a stream by the server is told with its code', async () => {
    const session = await client();
    const stream = request(session, '/reset');
    await expect(once(stream, 'close')).rejects.toThrow('ENHANCE_YOUR_CALM');
    session.destroy();
  });

  test('waits for what is under way, and takes nothing new', async () => {
    const session = await client({ settings: { initialWindowSize: 10 } });
    const stream = request(session, '/echo', Buffer.alloc(1000, 'x'));
    await once(stream, 'response');
    const gone = once(session, 'goaway');
    const closed = sessions[0]!.close();
    await gone;
    expect((await answerOf(stream)).body).toHaveLength(1000);
    await closed;
    expect(errors).toEqual([undefined]);
  });

  test('of a connection ends its streams', async () => {
    const session = await client();
    request(session, '/hang').on('error', () => {});
    await answerOf(request(session, '/now'));
    session.destroy();
    await sessions[0]!.close();
    expect(ENDED).toContainEqual({ path: '/hang', answered: false });
  });
});

describe('raw frames', () => {
  const POST: Field[] = [
    [':method', 'POST'],
    [':scheme', 'http'],
    [':path', '/echo'],
  ];
  const frameOf = (type: number, flags: number, stream: number, payload: Buffer = Buffer.alloc(0)) =>
    Buffer.concat([frameHeader(type, flags, stream, payload.length), payload]);
  const headers = (stream: number, flags: number = Flag.END_HEADERS, fields = POST) =>
    frameOf(FrameType.HEADERS, flags, stream, encodeHeaders(fields));
  const data = (stream: number, flags: number, payload: Buffer) => frameOf(FrameType.DATA, flags, stream, payload);

  /** Sends these bytes and gives what came back, until the server ends the connection or `enough`. */
  async function exchange(bytes: Buffer, enough: (frame: Frame) => boolean = () => false): Promise<Frame[]> {
    const socket: Socket = connectNet(port(), '127.0.0.1');
    const reader = new FrameReader();
    reader.push(PREFACE, () => {});
    const frames: Frame[] = [];
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) =>
      reader.push(chunk, (frame) => {
        frames.push(frame);
        if (enough(frame)) socket.destroy();
      }),
    );
    socket.write(bytes);
    await once(socket, 'close');
    return frames;
  }
  const isEnd = ({ flags, type }: Frame) => type === FrameType.HEADERS && (flags & Flag.END_STREAM) !== 0;
  const bodyOf = (frames: readonly Frame[]) =>
    Buffer.concat(frames.filter(({ type }) => type === FrameType.DATA).map(({ payload }) => payload)).toString();

  test('may be padded, carry a priority, end with trailers, and come in any pieces', async () => {
    const body = Buffer.concat([Buffer.from([3]), Buffer.from('hello'), Buffer.alloc(3)]);
    const block = encodeHeaders(POST);
    const padded = Buffer.concat([Buffer.from([2]), Buffer.alloc(5), block, Buffer.alloc(2)]);
    const bytes = Buffer.concat([
      PREFACE,
      settingsFrame([]),
      frameOf(FrameType.HEADERS, Flag.END_HEADERS | Flag.PADDED | Flag.PRIORITY, 1, padded),
      frameOf(FrameType.PRIORITY, 0, 7, Buffer.alloc(5)),
      frameOf(0x77, 0xff, 1, Buffer.from('of a kind that nobody knows')),
      data(1, Flag.PADDED, body),
      headers(1, Flag.END_HEADERS | Flag.END_STREAM, [['checksum', '1']]),
    ]);
    expect(bodyOf(await exchange(bytes, isEnd))).toBe('hello');

    const socket = connectNet(port(), '127.0.0.1');
    const reader = new FrameReader();
    reader.push(PREFACE, () => {});
    const frames: Frame[] = [];
    socket.on('data', (chunk: Buffer) => reader.push(chunk, (frame) => void frames.push(frame)));
    for (const byte of bytes) {
      socket.write(Buffer.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    while (!frames.some(isEnd)) await once(socket, 'data');
    expect(bodyOf(frames)).toBe('hello');
    socket.destroy();
  });

  test('a ping comes back', async () => {
    const ping = frameOf(FrameType.PING, 0, 0, Buffer.from('12345678'));
    const frames = await exchange(Buffer.concat([PREFACE, ping]), ({ type }) => type === FrameType.PING);
    expect(frames.at(-1)).toMatchObject({ flags: Flag.ACK, payload: Buffer.from('12345678') });
  });

  test.each([
    ['without a method', POST.slice(1)],
    ['with capitals', [...POST, ['Accept', 'x']]],
    ['that speaks of its connection', [...POST, ['connection', 'close']]],
    ['with a method twice', [...POST, POST[0]]],
    ['with a pseudo-header that there is not', [...POST, [':protocol', 'x']]],
    ['with a pseudo-header behind others', [['accept', 'x'], ...POST]],
  ])('a request %s is refused by itself', async (_name, fields) => {
    const bytes = [PREFACE, headers(1, Flag.END_HEADERS, fields as Field[]), headers(3), data(3, 1, Buffer.from('b'))];
    const frames = await exchange(Buffer.concat(bytes), isEnd);
    expect(frames).toContainEqual(
      expect.objectContaining({ type: FrameType.RST_STREAM, stream: 1, payload: Buffer.from([0, 0, 0, 1]) }),
    );
    expect(bodyOf(frames)).toBe('b');
  });

  const { PROTOCOL_ERROR, FLOW_CONTROL_ERROR, FRAME_SIZE_ERROR, COMPRESSION_ERROR, ENHANCE_YOUR_CALM } = ErrorCode;
  const window = (stream: number, more: number) => numbersFrame(FrameType.WINDOW_UPDATE, stream, more);
  const setting = (name: number, value: number) => settingsFrame([[name, value]]);
  test.each<[string, number, Buffer[]]>([
    ['another protocol', PROTOCOL_ERROR, [Buffer.from('GET / HTTP/1.1\r\n\r\n')]],
    ['a frame larger than allowed', FRAME_SIZE_ERROR, [PREFACE, frameHeader(FrameType.DATA, 0, 1, 16_385)]],
    ['data of a stream that was not begun', PROTOCOL_ERROR, [PREFACE, data(1, 0, Buffer.alloc(1))]],
    ['data of no stream', PROTOCOL_ERROR, [PREFACE, headers(1), data(0, 0, Buffer.alloc(1))]],
    [
      'data behind the end',
      PROTOCOL_ERROR,
      [PREFACE, headers(1, 5, [...POST.slice(0, 2), [':path', '/hang']]), data(1, 0, Buffer.alloc(1))],
    ],
    ['more padding than data', PROTOCOL_ERROR, [PREFACE, headers(1), data(1, Flag.PADDED, Buffer.from([1]))]],
    ['padding of nothing', PROTOCOL_ERROR, [PREFACE, headers(1), data(1, Flag.PADDED, Buffer.alloc(0))]],
    ["a server's stream", PROTOCOL_ERROR, [PREFACE, headers(2)]],
    ['a stream that begins twice', PROTOCOL_ERROR, [PREFACE, headers(1), headers(1)]],
    ['half a header block, then something else', PROTOCOL_ERROR, [PREFACE, headers(1, 0), window(0, 1)]],
    ['a continuation of nothing', PROTOCOL_ERROR, [PREFACE, frameOf(FrameType.CONTINUATION, 0, 1)]],
    [
      'a continuation of another stream',
      PROTOCOL_ERROR,
      [PREFACE, headers(1, 0), frameOf(FrameType.CONTINUATION, 0, 3)],
    ],
    [
      'a header block without end',
      ENHANCE_YOUR_CALM,
      [PREFACE, headers(1, 0), ...Array(64).fill(frameOf(FrameType.CONTINUATION, 0, 1))],
    ],
    [
      'headers shorter than their priority',
      FRAME_SIZE_ERROR,
      [PREFACE, frameOf(FrameType.HEADERS, Flag.PRIORITY, 1, Buffer.alloc(4))],
    ],
    ['headers that are none', COMPRESSION_ERROR, [PREFACE, frameOf(FrameType.HEADERS, 4, 1, Buffer.from([0x80]))]],
    ['settings of a stream', PROTOCOL_ERROR, [PREFACE, frameOf(FrameType.SETTINGS, 0, 1)]],
    ['half a setting', FRAME_SIZE_ERROR, [PREFACE, frameOf(FrameType.SETTINGS, 0, 0, Buffer.alloc(5))]],
    [
      'an acknowledgement with settings',
      FRAME_SIZE_ERROR,
      [PREFACE, frameOf(FrameType.SETTINGS, 1, 0, Buffer.alloc(6))],
    ],
    ['a window wider than there are', FLOW_CONTROL_ERROR, [PREFACE, setting(Setting.INITIAL_WINDOW_SIZE, 2 ** 31)]],
    ['frames smaller than there are', PROTOCOL_ERROR, [PREFACE, setting(Setting.MAX_FRAME_SIZE, 16_383)]],
    ['a ping to a stream', PROTOCOL_ERROR, [PREFACE, frameOf(FrameType.PING, 0, 1, Buffer.alloc(8))]],
    ['a short ping', FRAME_SIZE_ERROR, [PREFACE, frameOf(FrameType.PING, 0, 0, Buffer.alloc(7))]],
    ['room for nothing', PROTOCOL_ERROR, [PREFACE, window(0, 0)]],
    ['too much room', FLOW_CONTROL_ERROR, [PREFACE, window(0, 2 ** 31 - 1)]],
    ['too much room in a stream', FLOW_CONTROL_ERROR, [PREFACE, headers(1), window(1, 2 ** 31 - 1)]],
    ['room in a stream that was not begun', PROTOCOL_ERROR, [PREFACE, window(1, 1)]],
    ['the end of a stream that was not begun', PROTOCOL_ERROR, [PREFACE, numbersFrame(FrameType.RST_STREAM, 1, 8)]],
    ['a short end of a stream', FRAME_SIZE_ERROR, [PREFACE, headers(1), frameOf(FrameType.RST_STREAM, 0, 1)]],
    ['a push', PROTOCOL_ERROR, [PREFACE, frameOf(FrameType.PUSH_PROMISE, 0, 1)]],
  ])('%s ends the connection', async (_name, code, bytes) => {
    const frames = await exchange(Buffer.concat(bytes));
    expect(frames.at(-1)).toMatchObject({ type: FrameType.GOAWAY });
    expect(frames.at(-1)!.payload.readUInt32BE(4)).toBe(code);
    // Another one is no worse off.
    const session = await client();
    expect((await answerOf(request(session, '/echo', Buffer.from('here')))).body.toString()).toBe('here');
    session.destroy();
  });

  test('whatever comes, it is answered or refused, and no error escapes', async () => {
    const frame = fc
      .tuple(fc.nat(10), fc.nat(255), fc.nat(5), fc.uint8Array({ maxLength: 20 }))
      .map(([type, flags, stream, payload]) => frameOf(type, flags, stream, Buffer.from(payload)));
    const sane = fc.constantFrom(
      headers(1),
      headers(3, 5),
      data(1, 1, Buffer.from('x')),
      settingsFrame([]),
      window(0, 5),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(frame, sane), { maxLength: 10 }), async (frames) => {
        const stop = frameOf(FrameType.PUSH_PROMISE, 0, 1); // which ends every connection that is there still
        const replies = await exchange(Buffer.concat([PREFACE, ...frames, stop]));
        expect(replies.at(-1)!.payload.readUInt32BE(4)).not.toBe(ErrorCode.INTERNAL_ERROR);
      }),
      { numRuns: 300 },
    );
  });
});
