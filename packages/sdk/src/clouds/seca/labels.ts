import { OWNER_LABEL } from '../../runtime/change/owner.js';
import type { Observed } from '../../runtime/driver/cell.js';
import { KIND, NAME } from './naming.js';
import type { Wire } from './wire.js';

type Labels = Readonly<Record<string, string>>;

/** What a resource carries so that it is known again: its labels and its kind, and its name, which may change. */
export function marked(kind: string, name: string, labels: Labels) {
  return { labels: { ...labels, [KIND]: kind }, annotations: { [NAME]: name } };
}

/** What of those marks changes with a new name or new labels; nothing where there is neither. */
export function remarked(
  kind: string,
  now: Pick<Wire, 'annotations'>,
  { name, labels }: { name?: string | undefined; labels?: Labels | undefined },
) {
  return {
    ...(name === undefined ? {} : { annotations: { ...now.annotations, [NAME]: name } }),
    ...(labels === undefined ? {} : { labels: marked(kind, '', labels).labels }),
  };
}

/** The labels by which a kind's things are listed, those of one owner where one is given. */
export function ownedOf(kind: string, owner: string | undefined): Record<string, string> {
  return { [KIND]: kind, ...(owner === undefined ? {} : { [OWNER_LABEL]: owner }) };
}

/** The name and the labels of a thing, and how it is. */
export function seenIn({
  metadata,
  labels,
  annotations,
  status,
}: Wire): Pick<Observed<never>, 'name' | 'labels' | 'status' | 'statusText'> {
  const { [KIND]: _, ...theirs } = labels ?? {};
  const state = status?.state ?? 'active';
  const why = status?.conditions?.[0]?.message;
  return {
    name: annotations?.[NAME] ?? metadata.name,
    labels: theirs,
    status: state === 'active' ? 'ready' : state === 'error' ? 'failed' : 'changing',
    statusText: why ? `${state}: ${why}` : state,
  };
}
