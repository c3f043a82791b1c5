import { Empty } from '../protocol/plugin.gen.js';
import type { Route } from './grpc/service.js';
import { GrpcError, Status } from './grpc/status.js';

/** Calls that show what a server does. */
export function exampleRoutes(): [string, Route][] {
  let aborted: () => void = () => {};
  const onceAborted = new Promise<void>((resolve) => {
    aborted = resolve;
  });
  return [
    ['/test/Echo', { kind: 'unary', answer: async (request) => request }],
    ['/test/Large', { kind: 'unary', answer: async () => Buffer.alloc(LARGE, 'x') }],
    ['/test/Fail', { kind: 'unary', answer: () => Promise.reject(new Error('grüße: 100%')) }],
    ['/test/Refuse', { kind: 'unary', answer: () => Promise.reject(new GrpcError(Status.INVALID_ARGUMENT, 'no')) }],
    [
      '/test/Parse',
      {
        kind: 'unary',
        answer: async (request) => {
          Empty.decode(request);
          return request;
        },
      },
    ],
    [
      '/test/Hang',
      {
        kind: 'unary',
        answer: async (_request, { signal }) => {
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          aborted();
          return new Uint8Array(0);
        },
      },
    ],
    // Whether a call was told to stop is asked by another, since the server may be another process.
    ['/test/UntilAborted', { kind: 'unary', answer: () => onceAborted.then(() => Buffer.from('aborted')) }],
    [
      '/test/Stream',
      {
        kind: 'stream',
        answer: async (request, send) => {
          for (let left = Number(Buffer.from(request)); left > 0; left -= 1) await send(Buffer.alloc(100_000, left));
          throw new GrpcError(Status.UNAVAILABLE, 'the end: ü');
        },
      },
    ],
  ];
}

export const LARGE = 4 * 1024 * 1024;
