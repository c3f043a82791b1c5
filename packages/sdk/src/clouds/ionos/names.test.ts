import { factsOf, lanName } from './lan.js';
import { marked, unmarked } from './marks.js';
import { rootMarks, rootName } from './root-name.js';
import type { WireLan } from './wire.js';

const lan = (name: string, more: object = {}) => ({ id: '2', properties: { name, ...more } }) as WireLan;

it('puts labels behind a text, and takes them apart again', () => {
  const labels = { env: 'prod', 'hansa-owner': 'shop', empty: '' };
  expect(marked('net', labels)).toBe('net env=prod hansa-owner=shop empty=');
  expect(unmarked('net env=prod hansa-owner=shop empty=')).toEqual({ text: 'net', labels });
  expect(unmarked(marked('', labels))).toEqual({ text: '', labels });
});

it.each(['My LAN', 'a  b', 'a=b c', '=x', 'x = y', 'ü=1', ''])(
  'leaves "%s", which somebody else wrote, as it is',
  (text) => {
    const { text: rest, labels } = unmarked(text);
    expect(marked(rest, labels).split(' ').sort()).toEqual(text.split(' ').sort());
  },
);

it('writes all of a network into the name of its LAN', () => {
  const facts = { name: 'net', labels: { env: 'x' }, ipRange: '10.0.0.0/16', subnets: ['10.0.1.0/24'] };
  expect(lanName(facts)).toBe('net hansa-ip-range=10.0.0.0/16 hansa-subnets=10.0.1.0/24 env=x');
  expect(factsOf(lan(lanName(facts)))).toEqual(facts);
});

it('takes the vendor’s own block for what a LAN of somebody else has', () => {
  expect(factsOf(lan('Inner LAN', { ipv4CidrBlock: '10.7.3.0/24' }))).toEqual({
    name: 'Inner LAN',
    labels: {},
    ipRange: '10.7.3.0/24',
    subnets: ['10.7.3.0/24'],
  });
  expect(factsOf(lan('Inner LAN'))).toEqual({ name: 'Inner LAN', labels: {}, subnets: [] });
});

it('writes the marks of a server into the name of its root volume', () => {
  const labels = { 'hansa-owner': 'shop.prod_1', 'hansa-create': '1f2a' };
  expect(rootName('web', labels)).toBe('web hansa-root=shop.prod_1:1f2a');
  expect(rootMarks(rootName('web', labels))).toEqual(labels);
  for (const name of ['web', 'web hansa-root=', 'data hansa-owner=shop', null]) expect(rootMarks(name)).toBeUndefined();
});
