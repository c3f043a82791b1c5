import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './repository.js';

/** A Node that programs are measured on. */
export interface Runtime {
  /** `Node 22` */
  name: string;
  program: string;
}

const MAJORS = [20, 22, 24];

/** The Nodes that users have: the one that runs here, the others from npm's package `node`, kept in .cache. Those that are not to be had are left out. */
export function runtimes(note: (text: string) => void): Runtime[] {
  return MAJORS.flatMap((major) => {
    const name = `Node ${major}`;
    if (Number(process.versions.node.split('.')[0]) === major) return [{ name, program: process.execPath }];
    const directory = join(ROOT, `.cache/node-${major}`);
    const program = join(directory, 'node_modules/node/bin/node');
    try {
      if (!existsSync(program)) {
        note(`fetching ${name}`);
        execFileSync(
          'npm',
          ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', directory, `node@${major}`],
          { stdio: 'pipe' },
        );
        // npm may have been told to run no package's scripts: then this one, which puts the program in its place, is run here.
        if (!existsSync(program))
          execFileSync(process.execPath, ['installArchSpecificPackage'], {
            cwd: join(directory, 'node_modules/node'),
            stdio: 'pipe',
          });
      }
      execFileSync(program, ['--version']);
      return [{ name, program }];
    } catch (error) {
      note(`${name} is not to be had: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      return [];
    }
  });
}
