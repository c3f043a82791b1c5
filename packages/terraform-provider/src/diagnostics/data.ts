import type { CloudError } from '@hansa/sdk';
import { type Diagnostic, formatPath, type Path } from '@hansa/terraform-plugin';
import { toSnake } from '../names.js';
import { errorDiagnostic } from './issue.js';

/**
 * What is wrong in data of the user's own (a policy, requirements), in Terraform's names.
 *
 * @param at where an error stands that names this path of the model
 */
export function dataDiagnostic(error: CloudError, at: (path: Path) => Path): Diagnostic {
  const { attribute = [] } = error.details;
  const path = at(attribute.map((step) => (typeof step === 'string' ? toSnake(step) : step)));
  const { summary, ...rest } = errorDiagnostic(error, {});
  const named = attribute.length > 0 ? summary.replace(attribute.join('.'), formatPath(path)) : summary;
  return { ...rest, summary: named, at: path };
}
