import { type Facts, factsOf, isObject } from './resource.js';

type Json = Readonly<Record<string, unknown>>;

/** The attribute in which a thing's candidates stand. */
const NAME = 'candidates';

/**
 * Where a thing is made, of a change that makes it at the first of several candidates that has one: its facts at each of them, in order. Null
 * where the list is known after the apply only; empty where it has none. Of a candidate that is not known yet the cloud is null.
 */
export function candidatesOf(change: Json, after: Facts): readonly Facts[] | null {
  const [values, unknown, sensitive] = [change['after'], change['after_unknown'], change['after_sensitive']];
  if (isObject(unknown) && unknown[NAME] === true) return null;
  const list = isObject(values) ? values[NAME] : undefined;
  const hidden = isObject(sensitive) ? sensitive[NAME] : sensitive;
  if (!Array.isArray(list)) return [];
  if (hidden === true) return null;
  return list.map((one, i) => factsAt(one, Array.isArray(hidden) ? hidden[i] : {}, after));
}

function factsAt(candidate: unknown, hidden: unknown, { name }: Facts): Facts {
  // Of one that nothing is known of Terraform says null.
  const values = isObject(candidate) ? candidate : {};
  const marks = isObject(hidden) ? { ...hidden, native_size: hidden['size'] } : hidden;
  // As it says the size: a placement says the vendor's own.
  const facts = factsOf({ ...values, native_size: values['size'] }, marks);
  return { ...(facts as Facts), name, place: null, disruption: null };
}
