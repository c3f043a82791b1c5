type Labelled = { readonly labels: Readonly<Record<string, string>> };

const OWNER = 'hansa-owner';

/**
 * The labels to write behind a name when only the name changes. Who renames a thing in the control panel writes name and labels anew, the
 * mark of its owner too: with the name that comes back.
 */
export function withOwner({ prior, want }: { prior: Labelled; want: Labelled }): Record<string, string> {
  const owner = want.labels[OWNER];
  return { ...(owner ? { [OWNER]: owner } : {}), ...prior.labels };
}
