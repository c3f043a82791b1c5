import { ProviderDefinition } from '../protocol/provider.gen.js';
import type { CallOptions, GrpcClient } from './grpc-client.js';

type Methods = (typeof ProviderDefinition)['methods'];
type Decoded<T> = T extends { decode(bytes: Uint8Array): infer Message } ? Message : never;
type Replied<M extends { responseType: unknown; responseStream: boolean }> = M['responseStream'] extends true
  ? Decoded<M['responseType']>[]
  : Decoded<M['responseType']>;

/** Every RPC of the provider service with its wire messages; what the request leaves out is empty. A stream gives all its replies. */
export type Rpcs = {
  readonly [Name in keyof Methods]: (
    request: Partial<Decoded<Methods[Name]['requestType']>>,
    options?: CallOptions,
  ) => Promise<Replied<Methods[Name]>>;
};

/** The RPCs over a connection. */
export function rpcsOver(client: GrpcClient): Rpcs {
  const entries = Object.entries(ProviderDefinition.methods).map(([name, method]) => [
    name,
    (request: object, options?: CallOptions) => {
      const empty = method.requestType.decode(new Uint8Array(0));
      const full = { ...empty, ...request };
      return method.responseStream
        ? client.stream(ProviderDefinition, method as never, full, options)
        : client.call(ProviderDefinition, method as never, full, options);
    },
  ]);
  return Object.fromEntries(entries) as Rpcs;
}
