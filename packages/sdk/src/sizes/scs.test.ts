import { formatScs, MANDATORY_FLAVOURS, parseScs } from './scs.js';

/** Vectors of the standard's own tests (SCS-0100 v3, docs.scs.community, read 2026-11). */
test.each([
  ['SCS-2V-4-20s', { vcpus: 2, cpu: 'V', memoryGib: 4, disk: { count: 1, sizeGib: 20, type: 's' } }],
  [
    'SCS-8Ti-32-50p_i1',
    {
      vcpus: 8,
      cpu: 'T',
      insecure: true,
      disk: { count: 1, sizeGib: 50, type: 'p' },
      extensions: '_i1',
      architecture: 'x86',
    },
  ],
  ['SCS-4C-16-2x200p_a1', { cpu: 'C', disk: { count: 2, sizeGib: 200, type: 'p' }, architecture: 'arm' }],
  ['SCS-2C-4-', { disk: { count: 1, sizeGib: null, type: null } }],
  ['SCS-2C-4-n', { disk: { count: 1, sizeGib: null, type: 'n' } }],
  ['SCS-1L-1', { cpu: 'L', memoryGib: 1, disk: null }],
  ['SCS-2V-3.5uo', { memoryGib: 3.5, noEcc: true, oversubscribed: true }],
  ['SCS-16T-64-200s_kvm_hwv_z3h_GNa-64-ib_ib', null],
  ['SCS-16T-64-200s_kvm_hwv_z3h_GNa-64_ib', { architecture: 'x86', extensions: '_kvm_hwv_z3h_GNa-64_ib' }],
  ['SCS-2V-4_r', { architecture: 'riscv' }],
  ['SCS-2-4-10n', null],
  ['SCS-2iT-4-10n', null],
  ['SCS-2C-4ou-10n', null],
  ['SCS-2C-4-1.5n', null],
  ['SCS-2C-4-10n_hwv_xen', null],
  ['SCS-2C-3.7-10n', null],
  ['scs-2V-4', null],
  ['SCS-2V', null],
  ['SCS-0V-4', null],
  ['SCS-2V-0', null],
  ['SCS-2V-4-0x20s', null],
  ['SCS-2V-4 ', null],
  ['cx22', null],
])('%s', (name, facts) => {
  const read = parseScs(name);
  if (facts === null) expect(read).toBeNull();
  else expect(read).toMatchObject(facts);
});

test.each([
  ['SCS-02V-4', 'SCS-2V-4'],
  ['SCS-2V-4.0-1x20s', 'SCS-2V-4-20s'],
  ['SCS-2C-4-', 'SCS-2C-4-'],
  ['SCS-4C-16-2x200p_a1', 'SCS-4C-16-2x200p_a1'],
])('%s is canonically %s', (name, canonical) => {
  expect(formatScs(parseScs(name)!)).toBe(canonical);
});

test('the mandatory flavours are names in canonical form, each once', () => {
  expect(MANDATORY_FLAVOURS.map((name) => formatScs(parseScs(name)!))).toEqual([...MANDATORY_FLAVOURS]);
  expect(new Set(MANDATORY_FLAVOURS).size).toBe(15);
});
