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

/** One request, one reply; what a reply leaves out is empty. */
export type UnaryHandler<M> = (
  request: RequestOf<M>,
  call: GrpcCall,
) => Partial<ResponseOf<M>> | Promise<Partial<ResponseOf<M>>>;

/** Sends one more reply. Resolves when there is room for the next one: who sends many waits for it. */
export type Send<M> = (response: Partial<ResponseOf<M>>) => Promise<void>;

/** One request, replies by `send` until the promise settles. */
export type StreamHandler<M> = (request: RequestOf<M>, send: Send<M>, call: GrpcCall) => Promise<void>;

/** Requests come without end and are drained; replies go out by `send` until the promise settles. */
export type DuplexHandler<M> = (send: Send<M>, call: GrpcCall) => Promise<void>;

/** The handlers of a service; those left out answer "unimplemented". */
export type Handlers<S extends ServiceDefinition> = {
  readonly [K in keyof S['methods']]?: S['methods'][K] extends { requestStream: true }
    ? DuplexHandler<S['methods'][K]>
    : S['methods'][K] extends { responseStream: true }
      ? StreamHandler<S['methods'][K]>
      : UnaryHandler<S['methods'][K]>;
};

/** Where replies of a stream go, as bytes. */
export type SendBytes = (bytes: Uint8Array) => Promise<void>;

/** A method with its handler, types taken off: bytes in, bytes out. */
export type Route =
  | { readonly kind: 'unary'; readonly answer: (request: Uint8Array, call: GrpcCall) => Promise<Uint8Array> }
  | {
      readonly kind: 'stream';
      readonly answer: (request: Uint8Array, send: SendBytes, call: GrpcCall) => Promise<void>;
    }
  | { readonly kind: 'duplex'; readonly answer: (send: SendBytes, call: GrpcCall) => Promise<void> };

/** Routes by path (`/package.Service/Method`). */
export type Routes = ReadonlyMap<string, Route>;

export function routesOf<S extends ServiceDefinition>(service: S, handlers: Handlers<S>): [string, Route][] {
  return Object.entries(handlers).map(([key, handler]) => {
    const method = service.methods[key] as MethodDefinition;
    return [`/${service.fullName}/${method.name}`, routeOf(method, handler as never)];
  });
}

function routeOf(method: MethodDefinition, handler: never): Route {
  const { requestType, responseType } = method;
  let empty: object | undefined;
  const encode = (reply: object): Uint8Array => {
    empty ??= responseType.decode(new Uint8Array(0)) as object;
    return responseType.encode({ ...empty, ...reply }).finish();
  };
  const sending = (send: SendBytes) => (reply: object) => send(encode(reply));
  if (method.requestStream) {
    const answer = handler as DuplexHandler<never>;
    return { kind: 'duplex', answer: (send, call) => answer(sending(send) as never, call) };
  }
  if (method.responseStream) {
    const answer = handler as StreamHandler<never>;
    return {
      kind: 'stream',
      answer: async (bytes, send, call) => answer(requestType.decode(bytes) as never, sending(send) as never, call),
    };
  }
  const answer = handler as UnaryHandler<never>;
  return {
    kind: 'unary',
    answer: async (bytes, call) => encode((await answer(requestType.decode(bytes) as never, call)) as object),
  };
}
