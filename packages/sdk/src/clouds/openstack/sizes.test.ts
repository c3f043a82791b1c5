import { toSize } from './sizes.js';

const flavor = (name: string, disk: number, extra_specs?: Record<string, string>) =>
  toSize({ id: 'f', name, vcpus: 2, ram: 4096, disk, ...(extra_specs ? { extra_specs } : {}) });

test('a flavour without a disk leaves the disk to be chosen', () => {
  expect(flavor('SCS-2V-4', 0)).toMatchObject({ id: 'SCS-2V-4', vcpus: 2, memoryGib: 4, diskGib: null, cpu: 'shared' });
  expect(flavor('SCS-2V-4-20s', 20)).toMatchObject({ diskGib: 20, diskOnResize: 'grows' });
});

test('architecture and cores are told by the SCS name or by properties, else unknown', () => {
  expect(flavor('SCS-2C-4', 0)).toMatchObject({ cpu: 'dedicated', architecture: 'x86' });
  expect(flavor('SCS-2V-4_a1', 0)).toMatchObject({ architecture: 'arm' });
  expect(flavor('a2-ram4', 20, { 'scs:name-v2': 'SCS-2L-4-20s' })).toMatchObject({ id: 'a2-ram4', cpu: 'shared' });
  expect(flavor('m1.small', 20)).toMatchObject({ cpu: 'unknown', price: null, available: null });
  expect(flavor('c1', 20, { 'hw:cpu_policy': 'dedicated' })).toMatchObject({ cpu: 'dedicated' });
});
