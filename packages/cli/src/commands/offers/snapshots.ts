import type { CloudAnswer } from '@hansa/sdk';

/** Whose lists spoke in the place of clouds, of when, and under which licence: a line each. */
export function snapshotNotes(snapshots: readonly Pick<CloudAnswer, 'cloud' | 'sources'>[]): string[] {
  return snapshots.flatMap(({ cloud, sources }) =>
    sources.map(({ name, url, readAt, licence }) => {
      const under = licence ? `, ${licence}` : '';
      return `${cloud}: not asked; as of ${readAt}, by ${name} (${url}${under})`;
    }),
  );
}
