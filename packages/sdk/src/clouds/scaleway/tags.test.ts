import { markedName as ipTags, unmarkedTags } from './ip-name.js';
import { markedName, unmarked } from './key-name.js';
import { retagged, tagValue, toLabels, toTags } from './tags.js';

const FOREIGN = ['team-blue', 'AUTHORIZED_KEY=ssh-ed25519_AAAA+b/c==', '=odd', 'hansa-ip-range=10.0.0.0/16'];

describe('tags', () => {
  it('carry labels both ways, empty values and owner labels too', () => {
    const labels = { role: 'web', 'a.b': '', 'hansa-owner': 'shop-prod' };
    expect(toTags(labels)).toEqual(['role=web', 'a.b=', 'hansa-owner=shop-prod']);
    expect(toLabels(toTags(labels))).toEqual(labels);
  });

  it('that are no labels are shown to nobody and lost by no change', () => {
    expect(toLabels([...FOREIGN, 'role=web'])).toEqual({ role: 'web' });
    expect(retagged([...FOREIGN, 'role=web', 'old=1'], { role: 'db' })).toEqual(['role=db', ...FOREIGN]);
  });

  it('of a cell itself are read by their key', () => {
    expect(tagValue(FOREIGN, 'hansa-ip-range')).toBe('10.0.0.0/16');
    expect(tagValue(FOREIGN, 'hansa-root-of')).toBeUndefined();
  });
});

it('an SSH key carries owner labels behind its name, and keeps a name with spaces', () => {
  const name = markedName('deploy', { 'hansa-owner': 'shop', 'hansa-create': 'unfinished', role: 'x' });
  expect(name).toBe('deploy hansa-owner=shop hansa-create=unfinished');
  expect(unmarked(name)).toEqual({ name: 'deploy', labels: { 'hansa-owner': 'shop', 'hansa-create': 'unfinished' } });
  expect(unmarked("Ada's laptop")).toEqual({ name: "Ada's laptop", labels: {} });
});

it('an address carries its name in a tag', () => {
  const tags = ipTags('entry', { role: 'web' }, ['team-blue', 'hansa-name=old', 'role=db']);
  expect(tags).toEqual(['hansa-name=entry', 'role=web', 'team-blue']);
  expect(unmarkedTags(tags, '1.2.3.4')).toEqual({ name: 'entry', labels: { role: 'web' } });
  expect(unmarkedTags([], '1.2.3.4')).toEqual({ name: '1.2.3.4', labels: {} });
});
