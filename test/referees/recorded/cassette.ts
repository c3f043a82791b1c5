import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Real requests and answers, as go-vcr keeps them: one file a test of the vendor's own client. */
const FOLDER = join(__dirname, '../../../../shared/clouds/specs/upcloud/fixtures');

/** One request that was really sent, and what UpCloud answered. */
export interface Interaction {
  method: string;
  /** With the query, below the host: `/1.3/server`. */
  path: string;
  body: unknown;
  status: number;
  answer: unknown;
  /** When it was recorded, ms since 1970. */
  at: number;
}

interface Raw {
  interactions: {
    request: { method: string; url: string; body: string };
    response: { code?: number; status: string | number; body: string; headers: Record<string, string[]> };
  }[];
}

export const MISSING = 'recorded traffic of UpCloud: not there, so the emulator is not held against it';

export function available(): boolean {
  return existsSync(FOLDER);
}

/** Names of the recordings in which something is asked for that `wanted` says yes to; told from the text, since parsing all costs seconds. */
export function cassettes(wanted: (path: string) => boolean): string[] {
  return readdirSync(FOLDER)
    .filter((name) => {
      const urls = readFileSync(join(FOLDER, name), 'utf8').matchAll(/^\s+url: https:\/\/[^/]+(\/\S*)$/gm);
      return [...urls].some(([, path = '']) => wanted(path));
    })
    .map((name) => name.replace('.yaml', ''));
}

export function interactions(name: string): Interaction[] {
  const { interactions: all } = parse(readFileSync(join(FOLDER, `${name}.yaml`), 'utf8')) as Raw;
  return all.map(({ request, response }) => ({
    method: request.method,
    path: request.url.replace(/^https:\/\/[^/]+/, ''),
    body: json(request.body),
    status: response.code ?? Number.parseInt(String(response.status), 10),
    answer: json(response.body),
    at: Date.parse(response.headers['Date']?.[0] ?? ''),
  }));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
