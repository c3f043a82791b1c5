import type { LogLevel } from '../goplugin/log.js';

const LEVELS: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error'];

/** A line of a provider's output for a person: what is a log line loses its JSON, or is left out below `level`; anything else stays. */
export function logLine(line: string, level: LogLevel): string | undefined {
  const entry = parsed(line);
  if (entry === undefined) return line;
  const { '@level': at, '@message': message, '@module': _module, '@timestamp': _time, ...fields } = entry;
  if (LEVELS.indexOf(at as LogLevel) < LEVELS.indexOf(level)) return undefined;
  const shown = Object.entries(fields).map(([key, value]) => {
    if (typeof value !== 'string') return ` ${key}=${JSON.stringify(value)}`;
    return /\s/.test(value) ? `\n  ${key}: ${value.replaceAll('\n', '\n  ')}` : ` ${key}=${value}`;
  });
  return `[${at}] ${message}${shown.join('')}`;
}

function parsed(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line) as Record<string, unknown>;
    return typeof entry['@level'] === 'string' && typeof entry['@message'] === 'string' ? entry : undefined;
  } catch {
    return undefined;
  }
}
