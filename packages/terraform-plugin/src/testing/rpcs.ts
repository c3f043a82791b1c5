import { ProviderDefinition } from '../protocol/provider.gen.js';
import type { CallOptions, GrpcClient } from './grpc-client.js';

type Methods = (typeof ProviderDefinition)['methods'];
type Decoded<T> = T extends { decode(bytes: Uint8Array): infer Message } ? Message : never;

/** Every RPC of the provider service with its wire messages; what the request leaves out is empty. */
export type Rpcs = {
  readonly [Name in keyof Methods]: (
    request: Partial<Decoded<Methods[Name]['requestType']>>,
    options?: CallOptions,
  ) => Promise<Decoded<Methods[Name]['responseType']>>;
};

/** The RPCs over a connection. */
export function rpcsOver(client: GrpcClient): Rpcs {
  const entries = Object.entries(ProviderDefinition.methods).map(([name, method]) => [
    name,
    (request: object, options?: CallOptions) => {
      const empty = method.requestType.decode(new Uint8Array(0));
      return client.call(ProviderDefinition, method as never, { ...empty, ...request }, options);
    },
  ]);
  return Object.fromEntries(entries) as Rpcs;
}
