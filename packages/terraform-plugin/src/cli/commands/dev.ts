import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { logLine } from '../../dev/log-line.js';
import { DevServer, type Environment } from '../../dev/server.js';
import { exportLine } from '../../goplugin/export-line.js';
import { wantedLevel } from '../../goplugin/log.js';
import { defineCommand } from '../command.js';
import { CONDITION, given } from '../options.js';
import { UsageError } from '../usage.js';

export const dev = defineCommand({
  summary: 'serves a provider while it is written: each plan uses the sources as they are (needs esbuild)',
  takes: '<entry.ts> [-- command…]',
  options: {
    debug: { type: 'boolean', help: "opens Node's inspector for a debugger" },
    'debug-port': { type: 'string', value: 'PORT', help: 'on this port of 127.0.0.1; 0 is any. Default: 9229' },
    condition: CONDITION,
  },
  async run(
    { debug, 'debug-port': port = '9229', condition: conditions = [] },
    { positionals: [entry], behind, asJson, say },
  ) {
    if (entry === undefined) throw new UsageError('say what to serve: terraform-plugin dev src/main.ts');
    if (!/^\d{1,5}$/.test(port)) throw new UsageError(`--debug-port takes a number, not "${port}"`);
    const level = process.env['TF_LOG'] ? wantedLevel(process.env) : 'info';
    let told = '';
    const server = await DevServer.start({
      entry,
      conditions,
      say,
      heard(line) {
        const shown = logLine(line, level);
        if (shown !== undefined) say(shown);
      },
      served(environment) {
        if (behind.length > 0 || environment.TF_REATTACH_PROVIDERS === told) return;
        told = environment.TF_REATTACH_PROVIDERS;
        process.stdout.write(asJson ? `${JSON.stringify(environment)}\n` : toExport(environment));
      },
      ...given({ inspect: debug ? Number(port) : undefined }),
    });
    try {
      if (behind.length === 0) await interrupted(server);
      else if (server.environment) return await runCommand(behind, server.environment);
      return behind.length === 0 ? 0 : 1;
    } finally {
      await server.close();
    }
  },
});

function toExport({ TF_REATTACH_PROVIDERS: value }: Environment): string {
  const line = exportLine('TF_REATTACH_PROVIDERS', value);
  return `The provider runs until Ctrl-C, as its sources say. For Terraform or OpenTofu to use it:\n\n${line}\n`;
}

/** Until somebody wants the end. Whoever wants it twice does not wait for calls in flight. */
function interrupted(server: DevServer): Promise<void> {
  return new Promise((resolve) => {
    let wanted = false;
    const end = (): void => {
      if (wanted) {
        server.kill();
        process.exit(130);
      }
      wanted = true;
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, end);
  });
}

/** Runs a command with the provider attached; its exit code, as a shell has it. */
async function runCommand([command = '', ...args]: readonly string[], environment: Environment): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
  // Ctrl-C reaches the command too, and it decides what that means; other signals are passed on.
  const ignore = (): void => {};
  const pass = (name: NodeJS.Signals): void => void child.kill(name);
  process.on('SIGINT', ignore).on('SIGTERM', pass).on('SIGHUP', pass);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', (cause: NodeJS.ErrnoException) =>
        reject(
          new Error(
            `${command} could not be run: ${cause.code === 'ENOENT' ? 'there is no such program' : cause.message}`,
            { cause },
          ),
        ),
      );
      child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
  } finally {
    process.off('SIGINT', ignore).off('SIGTERM', pass).off('SIGHUP', pass);
  }
}
