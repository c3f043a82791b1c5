import { setFlagsFromString } from 'node:v8';

/** The space in which new objects are made grows by this factor whenever much of it is in use: by one, not at all. */
export const YOUNG_SPACE_FLAG = '--semi-space-growth-factor=1';

/**
 * Keeps the memory of new objects at the 2 MiB it begins with, in place of the 32 to which V8 lets it grow. What a call needs is gone when it is
 * answered, so that clearing away often costs nothing more; and Terraform runs a process of each provider, beside its own.
 */
export function keepYoungSpaceSmall(): void {
  setFlagsFromString(YOUNG_SPACE_FLAG);
}
