import type { Found } from './check.js';
import { type Control, ownersOf, ultimateOwnersOf } from './control.js';
import type { CloudRecord } from './record.js';

/** Where a control chain contradicts itself. */
export function controlFindings({ control }: CloudRecord): Found[] {
  if (!control) return [];
  return [...links(control), ...sums(control), ...ends(control), ...statements(control)];
}

function links(control: Control): Found[] {
  const { chain, contractingEntity } = control;
  return chain.flatMap(({ of, entity, sort, share, holds }, i): Found[] => {
    const path = `control.chain[${i}]`;
    const before = [contractingEntity.name, ...chain.slice(0, i).map((link) => link.entity)];
    const found: Found[] = [];
    if (!before.includes(of))
      found.push({
        path: `${path}.of`,
        message: `"${of}" is neither the contracting entity nor an owner named before`,
        next: `use one of ${before.join(', ')}`,
      });
    if (entity === contractingEntity.name || entity === of)
      found.push({ path: `${path}.entity`, message: 'nobody owns themselves', next: 'name the owner' });
    // Many who are counted together decide nothing together.
    if (sort !== 'free-float' && share !== null && share > 50 && holds !== 'control')
      found.push({ path: `${path}.holds`, message: `${share} % is control`, next: 'write control' });
    return found;
  });
}

function statements({ chain, contractingEntity, statements: said = [] }: Control): Found[] {
  const known = [contractingEntity.name, ...chain.map(({ entity }) => entity)];
  return said.flatMap(({ of }, i): Found[] => {
    if (known.includes(of)) return [];
    const message = `"${of}" is neither the contracting entity nor an owner`;
    return [{ path: `control.statements[${i}].of`, message, next: `use one of ${known.join(', ')}` }];
  });
}

function sums(control: Control): Found[] {
  const owned = [...new Set(control.chain.map(({ of }) => of))];
  return owned.flatMap((entity): Found[] => {
    const owners = ownersOf(control, entity);
    const sum = owners.reduce((total, { share }) => total + (share ?? 0), 0);
    const found: Found[] = [];
    // Shares are read rounded.
    if (sum > 100.5)
      found.push({
        path: 'control.chain',
        message: `the owners of ${entity} have ${sum} % together`,
        next: 'read the shares again',
      });
    const doubled = owners.find(({ entity: owner }, i) => owners.findIndex((one) => one.entity === owner) !== i);
    if (doubled)
      found.push({
        path: 'control.chain',
        message: `${doubled.entity} owns ${entity} twice`,
        next: 'keep one of them',
      });
    return found;
  });
}

/** Only a chain that ends in someone is known to its end. */
function ends(control: Control): Found[] {
  if (control.knownTo !== 'ultimate') return [];
  if (control.chain.length === 0)
    return [{ path: 'control.knownTo', message: 'nobody is named, so the end is not known', next: 'write partial' }];
  return ultimateOwnersOf(control)
    .filter(({ holds, country }) => holds === 'unknown' || (holds === 'control' && country === null))
    .map(({ entity, country }) => ({
      path: 'control.knownTo',
      message: `the ${country === null ? 'country' : 'power'} of ${entity} is not known`,
      next: 'write partial',
    }));
}
