import type { CloudError } from '../../errors/index.js';
import type { Clock } from '../clock.js';
import type { RateLimits } from '../driver/cloud.js';
import { axiosWire } from './axios.js';
import { decode } from './decode.js';
import { chain, type HttpRequest, type HttpResponse, type Link, type Send } from './http.js';
import { limit } from './limit.js';
import { type Exchange, observe } from './observe.js';
import { refuse } from './refuse.js';
import { type OnRetry, retry } from './retry.js';
import { requireSecure } from './secure.js';
import { finishSent, heedStop } from './stop.js';
import { onWire, type Wire } from './wire.js';

export interface TransportOptions {
  cloud: string;
  clock: Clock;
  limits: RateLimits;
  refusal(response: HttpResponse, request: HttpRequest): CloudError;
  onExchange?(exchange: Exchange): void;
  onRetry?: OnRetry;
  /** How long one attempt may take, from its sending to the end of its answer, ms. */
  timeoutMs?: number;
  /** What carries requests in the place of HTTP. */
  wire?: Wire;
  /** Put next to the wire, where faults can be injected and traffic held against a specification. */
  wiretap?: Link;
}

/** The way of a request to one cloud account. Every base URL of that account shares one limiter. */
export function transport(options: TransportOptions): (to: { baseUrl: string; authenticate?: Link }) => Send {
  const { cloud, clock } = options;
  const limited = limit(clock, options.limits);
  const links = (authenticate?: Link): Link[] => [
    heedStop,
    retry(clock, options.onRetry),
    limited,
    observe(cloud, clock, options.onExchange ?? (() => {})),
    refuse(options.refusal),
    ...(authenticate ? [authenticate] : []),
    decode,
    finishSent,
    ...(options.wiretap ? [options.wiretap] : []),
  ];
  const wire = options.wire ?? axiosWire(options);
  return ({ baseUrl, authenticate }) => chain(links(authenticate), onWire(requireSecure(baseUrl, cloud), wire));
}

export type { HttpRequest, HttpResponse, Link, Send } from './http.js';
export { chain, isRepeatable } from './http.js';
export type { Exchange } from './observe.js';
export type { OnRetry } from './retry.js';
export type { Wire, WireRequest } from './wire.js';
