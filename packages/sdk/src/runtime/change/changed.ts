import type { AnyKind, Attributes } from '../../kinds/model/index.js';
import { covers, type Place, type Scope } from '../../places/index.js';
import { sameValue } from './equal.js';
import type { Values } from './state.js';

/**
 * Names of the attributes in which what is wanted differs from what is. What the user leaves to the cloud is no difference.
 *
 * @param said the specification with its defaults
 * @param wanted the same with what the plan derived from it
 */
export function changedAttributes(
  kind: AnyKind,
  said: Readonly<Values>,
  wanted: Readonly<Values>,
  state: Readonly<Values>,
  unknown: ReadonlySet<string>,
  places: readonly Place[],
  scope: Scope,
): string[] {
  const attributes = kind.attributes as Attributes;
  return Object.entries(attributes)
    .filter(([name, attribute]) => {
      if (attribute.role === 'computed') return false;
      if (unknown.has(name)) return true;
      const [want, have] = [wanted[name], state[name]];
      // Not said and filled in by the cloud; or never readable and not known from before (an import).
      if (attribute.role === 'either' && said[name] == null) return false;
      if (attribute.writeOnly || (attribute.unreadable && !(name in state))) return false;
      if (name === 'region') return !covers(places, scope, String(want), String(state['place']));
      if (sameValue(attribute, want, have)) return false;
      const decided = attribute.decides;
      return !(decided && wanted[decided] != null && wanted[decided] === state[decided]);
    })
    .map(([name]) => name);
}
