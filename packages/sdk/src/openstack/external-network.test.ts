import { externalNetwork } from './external-network.js';
import type { Service } from './service.js';
import type { WireNetwork } from './wire.js';

const net = (name: string, is_default = false): WireNetwork => ({
  id: `id-${name}`,
  name,
  status: 'ACTIVE',
  subnets: [],
  is_default,
});
const having = (...all: WireNetwork[]) => ({ pages: async () => all }) as unknown as Service;

test('the only one, the default one, the one that is named', async () => {
  expect(await externalNetwork(having(net('public')), undefined)).toMatchObject({ name: 'public' });
  expect(await externalNetwork(having(net('a'), net('b', true)), undefined)).toMatchObject({ name: 'b' });
  expect(await externalNetwork(having(net('a'), net('b', true)), 'a')).toMatchObject({ name: 'a' });
  expect(await externalNetwork(having(net('a'), net('b', true)), 'id-a')).toMatchObject({ name: 'a' });
});

test('none is none; several without a default are listed', async () => {
  expect(await externalNetwork(having(), undefined)).toBeNull();
  expect(await externalNetwork(having(net('a')), 'none')).toBeNull();
  await expect(externalNetwork(having(net('a'), net('b')), undefined)).rejects.toThrow(/one of a, b/);
  await expect(externalNetwork(having(net('a')), 'c')).rejects.toThrow(/no external network "c"/);
});
