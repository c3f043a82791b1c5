import { randomBytes } from 'node:crypto';
import { runSuite, type SuiteResult } from '@hansa/conformance';
import { EXIT } from '../../failure.js';
import { note, printJson } from '../../output/print.js';
import { consent } from './consent.js';
import type { ConformanceOptions } from './index.js';
import { counts, outcome } from './outcome.js';
import { readPlan } from './plan.js';
import { follow } from './progress.js';
import { emulatedSubject, realSubject } from './subject.js';

/** Runs the suite and tells its outcome; fails when a law does, or when something was left behind. */
export async function conformance(options: ConformanceOptions): Promise<void> {
  const plan = await readPlan(options);
  const owner = `conf-${randomBytes(4).toString('hex')}`;
  if (!plan.emulated) await consent(plan, options);
  const subject = plan.emulated ? await emulatedSubject() : await realSubject(plan);
  const interrupted = () => {
    // An emulator dies with us; in a real account something may stand.
    if (!plan.emulated)
      note(
        `\nStopped. What was made carries the owner ${owner}. Next: hansa sweep --cloud ${options.cloud} --owner ${owner} --yes`,
      );
    process.exit(EXIT.failed);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  const progress = follow();
  const startedAt = Date.now();
  let result: SuiteResult;
  try {
    result = await runSuite({
      cloud: plan.cloud,
      settings: plan.settings,
      kinds: plan.kinds,
      laws: plan.laws,
      ...(plan.region ? { region: plan.region } : {}),
      emulated: plan.emulated,
      owner,
      hansa: subject.hansa,
      direct: subject.direct,
      secrets: subject.secrets,
      onVerdict: progress.verdict,
    });
    progress.end();
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, interrupted);
    await subject.close();
  }
  const { passed, failed, skipped } = counts(result.verdicts);
  if (options.json) {
    const { cloud, emulated } = plan;
    printJson({ cloud, emulated, ms: Date.now() - startedAt, passed, failed, skipped, ...result });
  } else {
    process.stdout.write(outcome(result));
  }
  if (failed > 0 || result.left.length > 0) process.exitCode = EXIT.failed;
}
