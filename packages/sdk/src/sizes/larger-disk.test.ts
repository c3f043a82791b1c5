import { chooseSize, sizeNamed } from './choose.js';
import type { NativeSize } from './native-size.js';

const SIZE: NativeSize = {
  id: 'm1',
  vcpus: 2,
  memoryGib: 4,
  diskGib: 20,
  architecture: 'x86',
  cpu: 'shared',
  price: null,
  available: null,
  deprecated: false,
};

test('a named size takes a larger disk only where its disk can be a volume', () => {
  const wish = { ...sizeNamed('m1'), diskGib: 50 };
  expect(chooseSize([SIZE], wish, 'here')).toMatchObject({ code: 'invalid', attribute: ['diskGib'] });
  expect(chooseSize([{ ...SIZE, largerDisk: 'volume' }], wish, 'here')).toMatchObject({ id: 'm1' });
});
