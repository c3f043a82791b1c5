import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import type { Exchange } from './exchange.js';
import { redactHeaders, shownRequest, shownResponse } from './redact.js';

/** Polls and catalogues repeat themselves: of 580 MB that one conformance run exchanges, 53 MB are new (2026-11). */
const REMEMBERED = 50_000;

/** A file to which exchanges are appended. */
export interface TrafficLog {
  add(exchange: Exchange): void;
  /** Lets go of the file; what is added later opens it again. */
  close(): void;
}

/**
 * Appends exchanges to a file, one JSON object a line, for later validation against the vendors' descriptions. What says the same as
 * one before is left out. Only the file's owner can read it, credentials are redacted, and several processes may write to one file. A line
 * is written when `add` returns: nothing is lost with a process that is killed.
 *
 * @throws Error where the file cannot be written
 */
export function trafficLog(file: string): TrafficLog {
  const open = () => openSync(file, 'a', 0o600);
  // Kept open: to open it for a line costs twice as much as to write one.
  let log: number | undefined = open();
  const written = new Set<string>();
  const add = (exchange: Exchange): void => {
    const { cloud, method, path, status, at, faults, requestText, responseText } = exchange;
    // Of the texts as they were sent: what was written before is neither parsed nor redacted again.
    const key = createHash('sha1')
      .update([cloud, method, path, status, faults.join(), requestText, responseText].join('\0'))
      .digest('base64');
    if (written.has(key)) return;
    if (written.size === REMEMBERED) written.clear();
    written.add(key);
    const requestBody = shownRequest(exchange);
    const responseBody = shownResponse(exchange);
    const said = JSON.stringify({ cloud, method, path, status, requestBody, responseBody, faults });
    const requestHeaders = redactHeaders(exchange.requestHeaders);
    const responseHeaders = redactHeaders(exchange.responseHeaders);
    log ??= open();
    appendFileSync(log, `${said.slice(0, -1)},${JSON.stringify({ requestHeaders, responseHeaders, at }).slice(1)}\n`);
  };
  const close = (): void => {
    if (log !== undefined) closeSync(log);
    log = undefined;
  };
  return { add, close };
}
