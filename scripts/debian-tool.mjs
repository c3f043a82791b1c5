// Fetches a program from Debian's packages into .cache/debian, without root and without touching the system: apt keeps its lists and
// archives in folders of our own. `node scripts/debian-tool.mjs hcloud-cli usr/bin/hcloud` prints where the program is.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

const HOME = join(ROOT, '.cache', 'debian');

/**
 * Path of a package's program. Only for programs that need no other package beside what every Debian has: dependencies are not fetched.
 * Throws where there is no apt, or no network.
 */
export function debianTool(packageName, program) {
  const folder = join(HOME, packageName);
  const path = join(folder, program);
  if (existsSync(path)) return path;
  mkdirSync(HOME, { recursive: true });
  // Made aside and moved into place whole: several tests may want it at once.
  const aside = mkdtempSync(join(HOME, '.making-'));
  try {
    const options = aptOptions(aside);
    command('apt-get', [...options, '-qq', 'update'], aside);
    command('apt-get', [...options, '-qq', 'download', packageName], aside);
    const archive = readdirSync(aside).find((name) => name.endsWith('.deb'));
    command('dpkg-deb', ['-x', archive, 'made'], aside);
    if (!existsSync(join(aside, 'made', program))) throw new Error(`${archive} has no ${program}`);
    if (!existsSync(path)) renameSync(join(aside, 'made'), folder);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return path;
}

function aptOptions(folder) {
  const settings = {
    'Dir::State': join(folder, 'state'),
    'Dir::State::status': '/var/lib/dpkg/status',
    'Dir::Cache': join(folder, 'cache'),
    // Root would otherwise hand downloads to a user who may not write here.
    'APT::Sandbox::User': userInfo().username,
  };
  for (const part of ['state/lists/partial', 'cache/archives/partial']) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

function command(name, words, cwd) {
  const { error, status, stderr } = spawnSync(name, words, { cwd, encoding: 'utf8', timeout: 120_000 });
  if (error) throw new Error(error.code === 'ENOENT' ? `there is no ${name} on this machine` : error.message);
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr.trim().split('\n').at(-1)}`);
}

if (process.argv[1] === import.meta.filename) {
  try {
    process.stdout.write(`${debianTool(process.argv[2], process.argv[3])}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
