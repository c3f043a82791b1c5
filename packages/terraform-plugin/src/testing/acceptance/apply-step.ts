import type { Events } from '../events.js';
import type { Outcome, Workspace } from '../workspace.js';
import { expectActions, expectFailure, expectWarning } from './expected.js';
import { changesOf } from './planned-change.js';
import type { ApplyStep, FailStep, Outputs, PlanStep, RefreshStep, Resources, TestStep } from './step.js';

const APPLY = ['apply', '-auto-approve', '-input=false'];
const PLAN_FILE = 'plan.tfplan';

/** One run that has to end well. */
export async function told(workspace: Workspace, ...args: string[]): Promise<Outcome & Events> {
  const outcome = await workspace.events(args);
  if (outcome.code === 0 || (args[0] === 'plan' && outcome.code === 2)) return outcome;
  throw new Error(`${args[0]} ended with ${outcome.code}:\n${outcome.text}`);
}

export async function applyStep(workspace: Workspace, step: ApplyStep): Promise<void> {
  if (step.planned) {
    await planStep(workspace, step);
    await told(workspace, 'apply', '-input=false', PLAN_FILE);
  } else look(step, await told(workspace, ...APPLY));
  const { code, text } = await told(workspace, 'plan', '-input=false', '-detailed-exitcode');
  if (code === 2 && step.again !== 'changes') throw new Error(`the plan is not empty:\n${text}`);
  if (code === 0 && step.again === 'changes') throw new Error('the plan after it was expected to change something');
  await step.check?.(...stateOf(workspace));
}

export async function planStep(
  workspace: Workspace,
  step: Pick<PlanStep, 'plans' | 'planned' | 'warns'>,
): Promise<void> {
  look(step, await told(workspace, 'plan', '-input=false', `-out=${PLAN_FILE}`));
  await step.planned?.(await changesOf(workspace, PLAN_FILE));
}

export async function failStep(workspace: Workspace, { fails, check }: FailStep): Promise<void> {
  expectFailure(await workspace.events(APPLY), fails);
  await check?.(...stateOf(workspace));
}

export async function refreshStep(workspace: Workspace, { drifts, check }: RefreshStep): Promise<void> {
  const { drifted } = await told(workspace, ...APPLY, '-refresh-only');
  expectActions('the drift', drifted, drifts);
  await check?.(...stateOf(workspace));
}

export async function testStep(workspace: Workspace, { tests }: TestStep): Promise<void> {
  workspace.file('tests/step.tftest.hcl', tests);
  const ran = await told(workspace, 'test');
  if (ran.tests.size === 0) throw new Error(`terraform test ran nothing:\n${ran.text}`);
}

function look({ plans, warns }: Pick<PlanStep, 'plans' | 'warns'>, events: Events): void {
  if (plans) expectActions('the plan', events.planned, plans);
  if (warns !== undefined) expectWarning(events, warns);
}

function stateOf(workspace: Workspace): [Resources, Outputs] {
  return [new Map(workspace.resources().map(({ address, attributes }) => [address, attributes])), workspace.outputs()];
}
