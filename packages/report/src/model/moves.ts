import type { ResourceReport } from './schema.js';

/** Whether it may be made elsewhere than where it is planned. */
export function mayMove({ mayMoveTo }: Pick<ResourceReport, 'mayMoveTo'>): boolean {
  return mayMoveTo === null || mayMoveTo.length > 0;
}

/** Whether nobody can say yet at which cloud it is made. */
export function hasNoCloudYet({ cloud, action }: Pick<ResourceReport, 'cloud' | 'action'>): boolean {
  return cloud === null && action !== 'delete';
}
