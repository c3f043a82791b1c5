import type { StreamHandler, UnaryHandler } from '../../goplugin/grpc/service.js';
import type { ProviderDefinition } from '../../protocol/provider.gen.js';

type Methods = (typeof ProviderDefinition)['methods'];

/** The handler of one RPC of the provider service. */
export type Rpc<Name extends keyof Methods> = UnaryHandler<Methods[Name]>;

/** The handler of one RPC that answers by a stream. */
export type StreamRpc<Name extends keyof Methods> = StreamHandler<Methods[Name]>;
