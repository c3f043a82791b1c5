import { MOVING } from '../moving.fixture.js';
import { readInput } from './read.js';

const { resources } = readInput(Buffer.from(JSON.stringify(MOVING)));
const of = (name: string) => resources.find(({ address }) => address === `hansa_server.${name}`);
const words = (facts: { cloud: string | null; region: string | null; nativeSize: string | null } | null | undefined) =>
  [facts?.cloud, facts?.region, facts?.nativeSize].map(String).join(' ');

test('what is made at one of several is planned at the first, and may be made at the others', () => {
  const web = of('web');
  expect(web?.after).toMatchObject({ name: 'web', pricePerMonth: 2.99, priceCurrency: 'EUR', place: null });
  expect(words(web?.after)).toBe('hetzner fsn1 cx23');
  expect(web?.elsewhere?.map(words)).toEqual(['upcloud de-fra1 DEV-1xCPU-2GB', 'scaleway fr-par-1 PLAY2-PICO']);
  expect(words(of('anew')?.after)).toBe('hetzner hel1 cx23');
  expect(of('anew')?.elsewhere).toEqual([]);
});

test('what is not known yet, or sensitive, is said to be unknown and not left out', () => {
  for (const name of ['later', 'hidden']) expect(of(name)).toMatchObject({ after: { cloud: null }, elsewhere: null });
  expect(of('half')?.elsewhere?.map(words)).toEqual(['null fr-par-1 null', 'null null null']);
});

test('what stands stays, whatever its candidates', () => {
  expect(of('stands')).toMatchObject({ after: { cloud: 'hetzner', region: 'nbg1' }, elsewhere: [] });
});
