import { type AnyKind, isCloudError } from '@hansa/sdk';
import { DiagnosticError } from '@hansa/terraform-plugin';
import { errorDiagnostic } from '../diagnostics/index.js';
import { attributesOf } from './spec.js';

/** Does `work`; what a cloud refuses comes out as a diagnostic at its attribute. */
export async function guarded<T>(kind: AnyKind, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isCloudError(error)) throw error;
    const { summary, detail, at } = errorDiagnostic(error, attributesOf(kind));
    throw new DiagnosticError(summary, { ...(detail ? { detail } : {}), ...(at ? { at } : {}), cause: error });
  }
}
