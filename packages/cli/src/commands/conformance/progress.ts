import type { Verdict } from '@hansa/conformance';
import { colours } from '../../output/colour.js';
import { Progress } from '../../output/progress.js';
import { counts } from './outcome.js';

/** Tells while a suite runs: what is tried now, each law of a kind when it is through, each failure at once. */
export function follow(): { verdict(verdict: Verdict): void; end(): void } {
  const progress = new Progress();
  const paint = colours(process.stderr);
  const all: Verdict[] = [];
  let group: Verdict[] = [];
  const through = () => {
    const [head] = group;
    if (!head) return;
    const { passed, failed, skipped } = counts(group);
    const seconds = (group.reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(1);
    const text = [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`]
      .filter(Boolean)
      .join(', ');
    progress.done(
      `${failed ? paint.red('✖') : paint.green('✔')} ${head.kind}, law ${head.law}: ${text} (${seconds} s)`,
    );
    group = [];
  };
  return {
    verdict(verdict) {
      const [head] = group;
      if (head && (head.kind !== verdict.kind || head.law !== verdict.law)) through();
      group.push(verdict);
      all.push(verdict);
      if (verdict.status === 'failed') progress.done(`${paint.red('  failed:')} ${verdict.title}: ${verdict.reason}`);
      const { passed, failed, skipped } = counts(all);
      progress.now(
        `  ${verdict.kind}, law ${verdict.law}: ${verdict.title} · ${passed} passed, ${failed} failed, ${skipped} skipped`,
      );
    },
    end() {
      through();
      progress.clear();
    },
  };
}
