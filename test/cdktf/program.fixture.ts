import { spawn } from 'node:child_process';

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, however that is. */
export function run(
  command: string,
  args: readonly string[],
  options: {
    cwd?: string;
    env?: Readonly<Record<string, string | undefined>>;
    onOutput?: (text: string, pid: number) => void;
  } = {},
): Promise<Ran> {
  const { cwd, env, onOutput } = options;
  const child = spawn(command, args, { cwd, env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] });
  const ran: Ran = { code: null, stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk: Buffer) => {
      ran[name] += chunk.toString();
      onOutput?.(ran[name], child.pid ?? 0);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ran, code }));
  });
}

/** Runs a piece of an ES module, which jest itself does not load, and gives back what it exports as `result`. */
export async function evaluate(
  code: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<unknown> {
  const program = `${code}\nprocess.stdout.write(JSON.stringify(result));`;
  const { code: status, stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', program], { env });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
