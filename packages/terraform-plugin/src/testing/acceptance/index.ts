export { type Acceptance, acceptance } from './acceptance.js';
export { expectFailure } from './expected.js';
export type { PlannedChange } from './planned-change.js';
export type {
  Actions,
  ApplyStep,
  FailStep,
  Failure,
  ImportStep,
  Outputs,
  PlanStep,
  RefreshStep,
  Resources,
  Step,
  StoredAttributes,
  TestStep,
  Words,
} from './step.js';
