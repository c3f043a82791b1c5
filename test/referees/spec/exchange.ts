/** One request and what came back, as the emulator's traffic log and `record-http` write them: one JSON object a line. */
export interface Recorded {
  /** Id of the cloud: whose description holds. */
  readonly cloud: string;
  /** Type of the service, where a cloud is made of several: `compute`. */
  readonly service?: string;
  readonly method: string;
  /** Path as in the vendor's description, with the query. */
  readonly path: string;
  /** Undefined where the client got no answer. */
  readonly status?: number;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: unknown;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody?: unknown;
  /** Kinds of the faults that were injected: what an injected status carries is not the vendor's word. */
  readonly faults?: readonly string[];
}

/** What the recorders put in place of a credential. */
export const REDACTED = '[redacted]';
