/** Levels as hclog names them. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';

/** Writes to Terraform's log (`TF_LOG=debug`); fields are shown beside the message. */
export type Logger = {
  readonly [level in LogLevel]: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
};

const LEVELS: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error'];

/** The level that the user asked for. Unasked, core throws everything away: only errors are worth writing then. */
export function wantedLevel(env: NodeJS.ProcessEnv): LogLevel {
  const wanted = (env['TF_LOG_PROVIDER'] || env['TF_LOG'] || '').toLowerCase();
  if (wanted === '' || wanted === 'off') return 'error';
  return LEVELS.find((level) => level === wanted) ?? 'trace'; // core takes `json` and any other word as trace
}

/** A logger in hclog's JSON lines, which core reads from stderr and filters again. */
export function createLogger(write: (line: string) => void, level: LogLevel, module = 'provider'): Logger {
  const log = (at: LogLevel) =>
    LEVELS.indexOf(at) < LEVELS.indexOf(level)
      ? () => {}
      : (message: string, fields?: Readonly<Record<string, unknown>>) => write(line(at, module, message, fields));
  return { trace: log('trace'), debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
}

function line(
  level: LogLevel,
  module: string,
  message: string,
  fields: Readonly<Record<string, unknown>> = {},
): string {
  const entry = {
    '@level': level,
    '@message': message,
    '@module': module,
    '@timestamp': timestamp(),
    ...Object.fromEntries(Object.entries(fields).filter(([key]) => !key.startsWith('@'))),
  };
  try {
    return `${JSON.stringify(entry, plain)}\n`;
  } catch (error) {
    // A cycle, or a toJSON that throws: the message still counts.
    return line(level, module, message, { fields: `not JSON: ${error instanceof Error ? error.message : 'unknown'}` });
  }
}

/** hclog parses exactly six fractional digits; the clock gives three. */
function timestamp(): string {
  return new Date().toISOString().replace('Z', '000Z');
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Error) return value.stack ?? value.message;
  return value;
}
