import fc from 'fast-check';
import { type Change, canonical, changes, decided, dice, varied } from '../../../test/changes.js';
import { takesPlan, takesResult } from '../../../test/core-rules.js';
import { runs } from '../../../test/runs.js';
import type { ObjectValue } from '../../cty/value.js';
import { appliedState } from '../apply/result.js';
import { Diagnostics } from '../diagnostics.js';
import { compileSchema } from '../schema/compiled.js';
import { checkPlan } from './check-plan.js';
import { forecast } from './plan.js';
import { propose } from './propose.js';

// What core would call a bug in the provider, the framework refuses first, by path; what core takes, it takes. Core's rules stand in
// core-rules.ts, which the real Terraform decides: test/rules.test.ts.

const often = fc.constantFrom(0, 0.03, 0.08, 0.2);

function planned({ attributes, config, prior }: Change, seed: number, frequency: number): ObjectValue {
  const schema = compileSchema({ attributes });
  const roll = dice(seed);
  const base = (roll() < 0.5 ? propose : forecast)(schema, { config, prior });
  return canonical(attributes, varied(schema.type, base, [config, prior], roll, frequency));
}

function pointed(diagnostics: Diagnostics): boolean {
  for (const { at, summary } of diagnostics.all) {
    expect(at?.length).toBeGreaterThan(0);
    expect(summary).toContain(String(at!.findLast((step) => typeof step === 'string')));
  }
  return diagnostics.hasErrors;
}

test('a plan is refused exactly where core would refuse it', () => {
  let refused = 0;
  const { numRuns, ...rest } = runs(400);
  fc.assert(
    fc.property(changes(true), fc.nat(), often, (change, seed, frequency) => {
      const { attributes, config, prior } = change;
      const plan = planned(change, seed, frequency);
      const diagnostics = new Diagnostics();
      checkPlan(compileSchema({ attributes }), { config, prior, planned: plan }, diagnostics);
      const takes = takesPlan(attributes, prior, config, plan);
      if (!takes) refused += 1;
      expect(pointed(diagnostics)).toBe(!takes);
    }),
    { numRuns, ...rest },
  );
  expect(refused).toBeGreaterThan(numRuns / 20);
});

test('a result is refused exactly where core would refuse it', () => {
  let refused = 0;
  const { numRuns, ...rest } = runs(400);
  fc.assert(
    fc.property(changes(false), fc.nat(), often, (change, seed, frequency) => {
      const { attributes, prior } = change;
      const schema = compileSchema({ attributes });
      const plan = planned(change, seed, frequency / 2);
      const roll = dice(seed + 1);
      const made = varied(schema.type, decided(schema.type, plan, roll), [plan, prior], roll, frequency, false);
      const diagnostics = new Diagnostics();
      const state = appliedState(schema, plan, canonical(attributes, made, false), diagnostics);
      const takes = takesResult(attributes, plan, state);
      if (!takes) refused += 1;
      expect(pointed(diagnostics)).toBe(!takes);
    }),
    { numRuns, ...rest },
  );
  expect(refused).toBeGreaterThan(numRuns / 20);
});
