import { CLOUD_IDS, KINDS } from '@hansa/sdk';
import type { Command } from 'commander';
import { bash } from './bash.js';
import { fish } from './fish.js';
import type { Shell } from './index.js';
import { wordsOf } from './words.js';
import { zsh } from './zsh.js';

const WRITERS = { bash, zsh, fish };

export function completion(shell: Shell, program: Command): void {
  process.stdout.write(WRITERS[shell](wordsOf(program, { clouds: CLOUD_IDS, kinds: KINDS.map(({ name }) => name) })));
}
