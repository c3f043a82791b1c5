import { execFileSync, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';

/** Folder of Python modules with Debian's python3-libcloud (3.4.1 in Debian 12); where it cannot be had, the reason. */
export function findLibcloud(): { modules: string } | { reason: string } {
  const tool = join(__dirname, '../../scripts/debian-tool.mjs');
  const words = [tool, 'python3-libcloud', 'usr/lib/python3/dist-packages/libcloud/__init__.py'];
  try {
    const file = execFileSync(process.execPath, words, { encoding: 'utf8', stdio: 'pipe' }).trim();
    const modules = dirname(dirname(file));
    execFileSync('python3', ['-c', 'import libcloud, requests'], { env: environment(modules), stdio: 'pipe' });
    return { modules };
  } catch (error) {
    return { reason: String((error as { stderr?: string }).stderr || error).trim() };
  }
}

/** Has libcloud carry out calls, in one process; what it gave for each. @throws Error with the name of libcloud's own error class */
export function libcloudAt(modules: string, base: string, username: string, password: string) {
  return (...calls: readonly (readonly string[])[]): Promise<Json[]> =>
    new Promise((resolve, reject) => {
      const words = [join(__dirname, 'upcloud_libcloud.py'), base, username, password];
      const child = spawn('python3', words, { env: environment(modules) });
      const said = { stdout: '', stderr: '' };
      child.stdout.on('data', (text) => (said.stdout += text));
      child.stderr.on('data', (text) => (said.stderr += text));
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve(JSON.parse(said.stdout) as Json[]) : reject(new Error(said.stderr.trim())),
      );
      child.stdin.end(JSON.stringify(calls));
    });
}

function environment(modules: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], PYTHONPATH: modules, PYTHONDONTWRITEBYTECODE: '1' };
}

// biome-ignore lint/suspicious/noExplicitAny: libcloud's own shapes
export type Json = any;
