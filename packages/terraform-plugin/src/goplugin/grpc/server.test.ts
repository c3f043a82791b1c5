import { once } from 'node:events';
import { type ClientHttp2Stream, connect } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { createLogger } from '../log.js';
import { FrameReader, frame } from './frame.js';
import { GrpcServer } from './server.js';

const LARGE = 4 * 1024 * 1024;

test('large replies that wait for their reader keep no other call from being answered', async () => {
  const server = new GrpcServer({
    routes: new Map([
      ['/test/Large', { kind: 'unary', answer: async () => Buffer.alloc(LARGE, 'x') }],
      ['/test/Small', { kind: 'unary', answer: async () => Buffer.from('here') }],
    ]),
    log: createLogger(() => {}, 'error'),
  });
  server.server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const session = connect(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
  await once(session, 'connect');
  // A stream has HTTP/2's own window of 64 KiB: of each reply nearly all stays at the server until it is read here. The connection
  // has room for more, so that the streams do not wait for each other.
  session.setLocalWindowSize(LARGE);
  const call = (path: string): ClientHttp2Stream => {
    const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc' });
    stream.end(frame(Buffer.alloc(0)));
    return stream;
  };
  const read = async (stream: ClientHttp2Stream): Promise<Buffer | undefined> => {
    const reader = new FrameReader(LARGE);
    let message: Buffer | undefined;
    for await (const chunk of stream) [message] = [message, ...reader.push(chunk as Buffer)].filter(Boolean);
    return message;
  };
  try {
    const large = Array.from({ length: 10 }, () => call('/test/Large'));
    // Headers go before the message: with all of them here, all messages wait there.
    await Promise.all(large.map((stream) => once(stream, 'response')));
    expect(String(await read(call('/test/Small')))).toBe('here');
    const messages = await Promise.all(large.map(read));
    expect(messages.map((message) => message?.length)).toEqual(large.map(() => LARGE));
  } finally {
    session.destroy();
    await server.close();
  }
});
