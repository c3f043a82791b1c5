import { type AnyKind, validateSpec } from '@hansa/sdk';
import type { CallContext, ObjectValue } from '@hansa/terraform-plugin';
import { attributesTold, issueDiagnostic } from '../diagnostics/index.js';
import { candidateIssues } from './candidates.js';
import { written } from './spec.js';

/** What the model itself says against a configuration; asks no cloud. */
export function validate(kind: AnyKind, config: ObjectValue, { diagnostics }: CallContext): void {
  const { spec, unknown } = written(kind, config);
  for (const issue of [...candidateIssues(kind, config), ...validateSpec(kind, spec, unknown)])
    diagnostics.add(issueDiagnostic(issue, attributesTold(kind)));
}
