import { isCloudError, kindNamed } from '@hansa/sdk';
import type { Diagnostic } from '@hansa/terraform-plugin';
import { kindOf } from '../names.js';
import { errorDiagnostic } from './issue.js';
import { attributesTold } from './path.js';

/** What a cloud refuses, at its attribute; any other error is not ours to read. */
export function diagnose(error: unknown, typeName: string | undefined): Diagnostic | undefined {
  if (!isCloudError(error)) return undefined;
  const kind = typeName === undefined ? undefined : kindNamed(kindOf(typeName));
  return errorDiagnostic(error, kind ? attributesTold(kind) : {});
}
