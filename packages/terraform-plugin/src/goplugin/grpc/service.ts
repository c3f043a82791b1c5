/** How a message is written and read: what the generated code gives. */
export interface Codec<T> {
  encode(message: T): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

/** A method as the generated service definitions describe it. */
export interface MethodDefinition<Request = unknown, Response = unknown> {
  readonly name: string;
  readonly requestType: Codec<Request>;
  readonly responseType: Codec<Response>;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
}

export interface ServiceDefinition {
  readonly fullName: string;
  readonly methods: { readonly [key: string]: MethodDefinition<never, never> | MethodDefinition };
}

/** One call, as its handler sees it. */
export interface GrpcCall {
  /** Aborted when the caller cancels, its deadline passes or its connection ends. */
  readonly signal: AbortSignal;
  /** Runs when the reply has left, or cannot leave any more: then it is told so. */
  afterReply(work: (replied: boolean) => void): void;
}

type RequestOf<M> = M extends { requestType: { decode(bytes: Uint8Array): infer T } } ? T : never;
type ResponseOf<M> = M extends { responseType: { decode(bytes: Uint8Array): infer T } } ? T : never;

/** One request, one reply. */
export type UnaryHandler<M> = (request: RequestOf<M>, call: GrpcCall) => ResponseOf<M> | Promise<ResponseOf<M>>;
/** Requests are drained; replies go out by `send` until the promise settles. */
export type StreamHandler<M> = (send: (response: ResponseOf<M>) => void, call: GrpcCall) => Promise<void>;

/** The handlers of a service; those left out answer "unimplemented". */
export type Handlers<S extends ServiceDefinition> = {
  readonly [K in keyof S['methods']]?: S['methods'][K] extends { responseStream: true }
    ? StreamHandler<S['methods'][K]>
    : UnaryHandler<S['methods'][K]>;
};

/** A method with its handler, types taken off: bytes in, bytes out. */
export type Route =
  | { readonly stream: false; readonly answer: (request: Uint8Array, call: GrpcCall) => Promise<Uint8Array> }
  | { readonly stream: true; readonly answer: (send: (bytes: Uint8Array) => void, call: GrpcCall) => Promise<void> };

/** Routes by path (`/package.Service/Method`). */
export type Routes = ReadonlyMap<string, Route>;

export function routesOf<S extends ServiceDefinition>(service: S, handlers: Handlers<S>): [string, Route][] {
  return Object.entries(handlers).map(([key, handler]) => {
    const method = service.methods[key] as MethodDefinition;
    const { requestType, responseType } = method;
    const route: Route = method.responseStream
      ? {
          stream: true,
          answer: (send, call) =>
            (handler as StreamHandler<unknown>)(
              ((response: unknown) => send(responseType.encode(response).finish())) as (response: never) => void,
              call,
            ),
        }
      : {
          stream: false,
          answer: async (bytes, call) => {
            const reply = await (handler as UnaryHandler<unknown>)(requestType.decode(bytes) as never, call);
            return responseType.encode(reply).finish();
          },
        };
    return [`/${service.fullName}/${method.name}`, route];
  });
}
