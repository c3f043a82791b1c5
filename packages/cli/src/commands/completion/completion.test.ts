import { execFileSync, spawnSync } from 'node:child_process';
import { createProgram } from '../../program.js';
import { bash } from './bash.js';
import { fish } from './fish.js';
import { wordsOf } from './words.js';
import { zsh } from './zsh.js';

const words = wordsOf(createProgram(), { clouds: ['hetzner', 'scaleway'], kinds: ['server', 'volume'] });

/** What bash would offer after these words, the last of which is being typed. */
function offered(...typed: string[]): string[] {
  const script = `${bash(words)}
COMP_WORDS=(hansa ${typed.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${typed.length}
_hansa
printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8' }).split('\n').filter(Boolean);
}

test('bash completes commands, options, and the choices of an option', () => {
  expect(offered('o')).toEqual(['offers']);
  expect(offered('conformance', '--k')).toEqual(['--kind']);
  expect(offered('offers', '--sort', '')).toEqual(['price', 'vcpus', 'memory']);
  expect(offered('offers', '--arch', 'a')).toEqual(['arm']);
  expect(offered('completion', 'z')).toEqual(['zsh']);
  expect(offered('offers', '--cloud', 's')).toEqual(['scaleway']);
  expect(offered('conformance', '-c', '')).toEqual(['hetzner', 'scaleway']);
  expect(offered('list', '--kind', 'v')).toEqual(['volume']);
  expect(offered('claims', 'h')).toEqual(['hetzner']);
});

test('every command and every option stands in every script', () => {
  for (const script of [bash(words), zsh(words), fish(words)]) {
    for (const { name, options } of words.commands) {
      expect(script).toContain(name);
      for (const { long } of options) expect(script).toContain(long.slice(2));
    }
  }
});

test.each([
  ['zsh', zsh(words)],
  ['fish', fish(words)],
])('%s can read its script', (shell, script) => {
  const { error, status, stderr } = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    // Without that shell only the quoting can be looked at: what is opened is closed.
    expect(script.replaceAll("'\\''", '').replaceAll("\\'", '').split("'").length % 2).toBe(1);
    return;
  }
  expect({ error, status, stderr }).toEqual({ error: undefined, status: 0, stderr: '' });
});
