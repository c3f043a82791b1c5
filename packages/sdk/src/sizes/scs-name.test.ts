import fc from 'fast-check';
import { fittingSizes } from './choose.js';
import type { NativeSize } from './native-size.js';
import { parseScs } from './scs.js';
import { scsName } from './scs-name.js';

const base: NativeSize = {
  id: 'cx23',
  vcpus: 2,
  memoryGib: 4,
  diskGib: 40,
  architecture: 'x86',
  cpu: 'shared',
  price: null,
  available: true,
  deprecated: false,
};
const open = { vcpus: null, memoryGib: null, diskGib: null, architecture: null };

test.each<[Partial<NativeSize>, string | null]>([
  [{}, 'SCS-2V-4-40'],
  [{ cpu: 'unknown', diskGib: null }, 'SCS-2V-4'],
  [{ id: 'ccx13', cpu: 'dedicated', memoryGib: 8, diskGib: 80 }, 'SCS-2T-8-80'],
  [{ architecture: 'arm' }, 'SCS-2V-4-40_a'],
  [{ memoryGib: 3.75, diskGib: null }, 'SCS-2V-3.5'],
  [{ memoryGib: 0.4 }, null],
  [{ id: 'SCS-02V-4-20s' }, 'SCS-2V-4-20s'],
])('%j serves as %s', (size, name) => {
  expect(scsName({ ...base, ...size })).toBe(name);
});

test('the name never overstates: whoever asks for it may get the size, and nothing smaller has it', () => {
  const sizes = fc.record({
    vcpus: fc.integer({ min: 1, max: 128 }),
    memoryGib: fc.integer({ min: 2, max: 4096 }).map((quarters) => quarters / 4),
    diskGib: fc.option(fc.integer({ min: 1, max: 2000 })),
    architecture: fc.constantFrom('x86' as const, 'arm' as const),
    cpu: fc.constantFrom('shared' as const, 'dedicated' as const, 'unknown' as const),
  });
  fc.assert(
    fc.property(sizes, (facts) => {
      const size = { ...base, ...facts };
      const name = scsName(size);
      const said = parseScs(name ?? '');
      expect(said).not.toBeNull();
      expect(fittingSizes([size], { ...open, size: name })).toEqual([size]);
      const smaller = { ...size, memoryGib: said!.memoryGib - 0.5 };
      expect(fittingSizes([smaller], { ...open, size: name })).toEqual([]);
    }),
  );
});

test('a wish is met by every size that has enough, the one that would be chosen first', () => {
  const sizes = [
    { ...base, id: 'big', vcpus: 8, memoryGib: 16 },
    { ...base, id: 'sold-out', available: false },
    { ...base, id: 'arm', architecture: 'arm' as const },
    { ...base, id: 'small', vcpus: 1 },
  ];
  const ids = (wish: object) => fittingSizes(sizes, { ...open, size: null, ...wish }).map(({ id }) => id);
  expect(ids({ size: 'SCS-2V-4' })).toEqual(['sold-out', 'big']);
  expect(ids({ size: 'arm' })).toEqual(['arm']);
  expect(ids({ vcpus: 4, memoryGib: 0 })).toEqual(['big']);
  expect(ids({ size: 'huge' })).toEqual([]);
});
