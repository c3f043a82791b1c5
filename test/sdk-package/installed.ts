import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const SDK = join(ROOT, 'packages/sdk');

/** A folder outside of the repository, in which the SDK is installed as `npm install` would do it from its tarball. */
export class App {
  readonly root = mkdtempSync(join(realpathSync(tmpdir()), 'hansa-app-'));

  constructor() {
    if (isStale()) node(['--input-type=module', '-e', "await (await import('./scripts/build.mjs')).buildSdk()"], ROOT);
    const [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', this.root, SDK])) as [
      { filename: string },
    ];
    const home = join(this.root, 'node_modules/@hansa/sdk');
    mkdirSync(home, { recursive: true });
    execFileSync('tar', ['-xzf', join(this.root, packed.filename), '--strip-components=1', '-C', home]);
    const { dependencies } = require(join(SDK, 'package.json')) as { dependencies: Record<string, string> };
    for (const name of [...Object.keys(dependencies), '@types/node']) {
      const link = join(this.root, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(folderOf(name), link);
    }
  }

  file(name: string, text: string): string {
    const path = join(this.root, name);
    writeFileSync(path, text);
    return path;
  }

  /** Runs a program and returns what it prints, as JSON. */
  run(name: string, text: string, env: NodeJS.ProcessEnv = {}): unknown {
    return JSON.parse(node([this.file(name, text)], this.root, env));
  }

  /** What the compiler says of a program. */
  compile(name: string, text: string, options: object): string {
    const compilerOptions = {
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      target: 'es2022',
      types: ['node'],
      ...options,
    };
    const config = this.file('tsconfig.json', JSON.stringify({ compilerOptions, files: [this.file(name, text)] }));
    try {
      return node([require.resolve('typescript/bin/tsc'), '-p', config], this.root);
    } catch (error) {
      return String((error as { stdout?: unknown }).stdout);
    }
  }

  files(): string[] {
    return readdirSync(join(this.root, 'node_modules/@hansa/sdk'), { recursive: true, encoding: 'utf8' });
  }

  close(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

function node(args: string[], cwd: string, env: NodeJS.ProcessEnv = {}): string {
  return execFileSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
}

/** Where a dependency of the SDK is installed. */
function folderOf(name: string): string {
  const folders = [SDK, ROOT].map((home) => join(home, 'node_modules', name));
  const found = folders.find((folder) => existsSync(folder));
  if (!found) throw new Error(`${name} is not installed`);
  return found;
}

function npm(args: string[]): string {
  return execFileSync('npm', [...args, '--silent'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
}

/** Whether something was written after the last build: a test that is run by itself builds for itself. */
function isStale(): boolean {
  try {
    const built = statSync(join(SDK, 'dist/esm/tsconfig.tsbuildinfo')).mtimeMs;
    const sources = readdirSync(join(SDK, 'src'), { recursive: true, encoding: 'utf8' });
    return sources.some((name) => /(?<!\.test)\.ts$/.test(name) && statSync(join(SDK, 'src', name)).mtimeMs > built);
  } catch {
    return true;
  }
}
