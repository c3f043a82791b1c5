import { doctor } from '@hansa/fulcrum-agent';
import { redactText } from '@hansa/sdk';
import { EXIT } from '../../failure.js';
import { colours } from '../../output/colour.js';
import { print, printJson } from '../../output/print.js';
import { agentOf } from './core.js';
import type { DoctorOptions } from './index.js';

export async function examine({ json, ...given }: DoctorOptions): Promise<void> {
  const findings = await doctor(agentOf(given, 'FULCRUM_AGENT_TOKEN'));
  if (findings.some(({ is }) => is === 'wrong')) process.exitCode = EXIT.failed;
  if (json) return printJson({ findings });
  const { green, yellow, red } = colours(process.stdout);
  const marks = { well: green('ok   '), doubtful: yellow('doubt'), wrong: red('wrong') };
  for (const { is, what, next } of findings) {
    print(`${marks[is]}  ${redactText(what)}`);
    if (next) print(`       next: ${redactText(next)}`);
  }
}
