import fc from 'fast-check';
import { chooseSize, type SizeWish } from './choose.js';
import type { NativeSize } from './native-size.js';

const size = fc.record({
  vcpus: fc.integer({ min: 1, max: 64 }),
  memoryGib: fc.integer({ min: 1, max: 256 }),
  diskGib: fc.option(fc.integer({ min: 10, max: 400 })),
  architecture: fc.constantFrom('x86' as const, 'arm' as const),
  cpu: fc.constantFrom('shared' as const, 'dedicated' as const, 'unknown' as const),
  available: fc.constantFrom(true, false, null),
  deprecated: fc.boolean(),
  perMonth: fc.option(fc.integer({ min: 1, max: 999 })),
});
const catalogue = fc.array(size, { maxLength: 20 }).map((list) =>
  list.map(({ perMonth, ...one }, i): NativeSize => {
    const price = perMonth === null ? null : { perHour: null, perMonth, currency: 'EUR', source: 's', readAt: 'r' };
    return { ...one, id: `t${i}`, price };
  }),
);
const wish: fc.Arbitrary<SizeWish> = fc.record({
  size: fc.constant(null),
  vcpus: fc.integer({ min: 1, max: 70 }),
  memoryGib: fc.integer({ min: 1, max: 280 }),
  diskGib: fc.option(fc.integer({ min: 1, max: 420 })),
  architecture: fc.constantFrom('x86' as const, 'arm' as const, null),
});
const chosen = (sizes: readonly NativeSize[], what: SizeWish) => {
  const found = chooseSize(sizes, what, 'here');
  return 'severity' in found ? null : found;
};

test('what is chosen has at least what is asked, can be ordered, and does not depend on the order of the catalogue', () => {
  fc.assert(
    fc.property(catalogue, wish, (sizes, what) => {
      const found = chosen(sizes, what);
      expect(chosen([...sizes].reverse(), what)?.id).toBe(found?.id);
      if (!found) return;
      expect(found.vcpus >= what.vcpus! && found.memoryGib >= what.memoryGib!).toBe(true);
      expect(found.architecture).toBe(what.architecture ?? 'x86');
      expect(found.available !== false && !found.deprecated).toBe(true);
      expect(found.diskGib === null || found.diskGib >= (what.diskGib ?? 0)).toBe(true);
    }),
  );
});

test('who asks for less never gets more vCPUs, and never nothing where more was to be had', () => {
  fc.assert(
    fc.property(catalogue, wish, fc.nat(), fc.nat(), fc.nat(), (sizes, what, a, b, c) => {
      const less: SizeWish = {
        ...what,
        vcpus: Math.max(1, what.vcpus! - a),
        memoryGib: Math.max(1, what.memoryGib! - b),
        diskGib: what.diskGib === null ? null : Math.max(1, what.diskGib - c),
      };
      const [more, fewer] = [chosen(sizes, what), chosen(sizes, less)];
      if (more) expect(fewer?.vcpus ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(more.vcpus);
    }),
  );
});

const base: NativeSize = {
  id: 'a2',
  vcpus: 2,
  memoryGib: 4,
  diskGib: 40,
  architecture: 'x86',
  cpu: 'shared',
  price: null,
  available: true,
  deprecated: false,
};
const open: SizeWish = { size: null, vcpus: null, memoryGib: null, diskGib: null, architecture: null };

test.each<[string, NativeSize[], Partial<SizeWish>, object]>([
  ['a deprecated size that is named is taken', [{ ...base, deprecated: true }], { size: 'a2' }, { id: 'a2' }],
  [
    'a deprecated size is not chosen',
    [{ ...base, deprecated: true }],
    { size: 'SCS-2V-4' },
    { code: 'out-of-stock', attribute: ['size'] },
  ],
  [
    'a sold-out size that is named is refused',
    [{ ...base, available: false }],
    { size: 'a2' },
    { code: 'out-of-stock' },
  ],
  [
    'an architecture that the named size has not',
    [base],
    { size: 'a2', architecture: 'arm' },
    { attribute: ['architecture'] },
  ],
  ['a disk that the named size has not', [base], { size: 'a2', diskGib: 50 }, { attribute: ['diskGib'] }],
  ['ARM by the SCS name', [base, { ...base, id: 'arm', architecture: 'arm' }], { size: 'SCS-2V-4_a' }, { id: 'arm' }],
  [
    'a dedicated core by the SCS name',
    [base, { ...base, id: 'd', cpu: 'dedicated' }],
    { size: 'SCS-2C-4' },
    { id: 'd' },
  ],
  [
    'no dedicated core where a shared one will do',
    [{ ...base, id: 'a1', cpu: 'dedicated' }, base],
    { size: 'SCS-2V-4' },
    { id: 'a2' },
  ],
  ['vCPUs without memory', [base], { vcpus: 2 }, { code: 'invalid', next: [expect.stringContaining('memory_gib')] }],
  [
    'a word that is no size',
    [base],
    { size: 'huge' },
    { message: expect.stringContaining('"huge"'), next: [expect.stringContaining('a2')] },
  ],
  ['more than there is', [base], { vcpus: 64, memoryGib: 1 }, { next: ['the nearest are a2'] }],
  ['RISC-V', [base], { size: 'SCS-2V-4_r' }, { severity: 'error' }],
])('%s', (_what, sizes, what, outcome) => {
  expect(chooseSize(sizes, { ...open, ...what }, 'here')).toMatchObject(outcome);
});
