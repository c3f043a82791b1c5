import type { Law } from '../law.js';
import { createThenRead } from './1-create-then-read.js';
import { secondPlanEmpty } from './2-second-plan-empty.js';
import { changeAsDeclared } from './3-change-as-declared.js';
import { interruptedConverges } from './4-interrupted-converges.js';
import { deleteLeavesNothing } from './5-delete-leaves-nothing.js';
import { listSeesAll } from './6-list-sees-all.js';
import { notOfferedRefused } from './7-not-offered-refused.js';
import { noSecret } from './8-no-secret.js';

/** The eight laws, in order. */
export const LAWS: readonly Law[] = [
  createThenRead,
  secondPlanEmpty,
  changeAsDeclared,
  interruptedConverges,
  deleteLeavesNothing,
  listSeesAll,
  notOfferedRefused,
  noSecret,
];
