import { Hansa, isCloudError } from '@hansa/sdk';
import type { Diagnostics, ObjectValue, Path } from '@hansa/terraform-plugin';
import { dataDiagnostic } from '../diagnostics/index.js';
import { settingsOf } from './settings.js';

/** Says what is wrong with the policy and the files of claims of a configuration that is known. */
export async function validatePolicy(
  { policy = null, claims = null }: ObjectValue,
  diagnostics: Diagnostics,
): Promise<void> {
  try {
    await new Hansa({ ...settingsOf({ policy, claims }), clouds: {} }).readPolicy();
  } catch (error) {
    if (!isCloudError(error)) throw error;
    diagnostics.add(dataDiagnostic(error, inPolicy));
  }
}

/** Where in the provider's configuration an error stands; what names no part of the policy is about the file of claims. */
export function inPolicy(path: Path): Path {
  return path[0] === 'policy' ? path : ['claims'];
}
