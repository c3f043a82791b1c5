import type { NativeSize } from '../../sizes/index.js';
import { bootFrom, diskAfter, diskIssues, holds, rootDisk } from './disk.js';

const size = (id: string, diskGib: number | null, diskOnResize?: NativeSize['diskOnResize']): NativeSize => ({
  id,
  vcpus: 2,
  memoryGib: 4,
  diskGib,
  ...(diskOnResize ? { diskOnResize } : {}),
  architecture: 'x86',
  cpu: 'shared',
  price: null,
  available: true,
  deprecated: false,
});

describe('a root disk that came with the size and stays', () => {
  const [small, large, larger] = [size('s', 40, 'stays'), size('l', 80, 'stays'), size('xl', 160, 'stays')];

  it('keeps a server from sizes with a smaller one', () => {
    const grown = rootDisk({ diskGib: 80 }, larger);
    expect([small, large, larger].map((one) => holds(one, grown))).toEqual([false, true, true]);
    expect(diskAfter(larger, grown)).toBe(80);
    expect(diskIssues(large, grown, null, [])).toEqual([]);
    expect(diskIssues(small, grown, null, [small, large, larger])).toMatchObject([
      {
        severity: 'error',
        attribute: ['size'],
        next: [expect.stringContaining(': l (80 GiB), xl (160 GiB)'), expect.stringContaining('anew')],
      },
    ]);
  });

  it('does so too where the cloud no longer lists the size that the server has', () => {
    expect(holds(small, rootDisk({ diskGib: 80 }, undefined))).toBe(false);
  });

  it('is doubtful where the user said "at least"', () => {
    expect(diskIssues(small, rootDisk({ diskGib: 10 }, large), 10, [])).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('larger than 40 GiB, and it may have up to 80') },
    ]);
    expect(diskIssues(larger, rootDisk({ diskGib: 10 }, large), 10, [])).toEqual([]);
  });
});

describe('a root disk that grows with the size', () => {
  const [none, small, large] = [size('n', null, 'grows'), size('s', 20, 'grows'), size('l', 40, 'grows')];

  it('never shrinks, and never goes', () => {
    const own = rootDisk({ diskGib: 40 }, large);
    expect([none, small, large].map((one) => holds(one, own))).toEqual([false, false, true]);
    expect(diskIssues(none, own, null, [])[0]?.message).toContain('n comes without one');
    expect(diskAfter(large, rootDisk({ diskGib: 20 }, small))).toBe(40);
  });

  it('is what the cloud says that it is, whatever the sizes look like', () => {
    // A volume of 20 GiB, since changed to a size that has a disk of 40 for others.
    const volume = rootDisk({ diskGib: 20, bootFrom: 'volume' }, large);
    expect([none, small, large].map((one) => holds(one, volume))).toEqual([true, true, true]);
    expect(diskAfter(small, volume)).toBe(20);
    expect(diskIssues(none, volume, null, [])).toEqual([]);
    const own = rootDisk({ diskGib: 40, bootFrom: 'image' }, undefined);
    expect([none, small, large].map((one) => holds(one, { ...own!, from: large }))).toEqual([false, false, true]);
  });

  it('is no matter of the size when it is a volume', () => {
    for (const apart of [rootDisk({ diskGib: 50 }, none), rootDisk({ diskGib: 50 }, large)]) {
      expect([none, small, large].map((one) => holds(one, apart))).toEqual([true, true, true]);
      expect(diskAfter(large, apart)).toBe(50);
      expect(diskIssues(small, apart, null, [])).toEqual([]);
    }
    expect(holds(small, rootDisk({ diskGib: 50 }, undefined))).toBe(true);
  });
});

test('a new server takes what the size has', () => {
  expect(rootDisk(null, undefined)).toBeNull();
  expect(diskAfter(size('s', 20, 'stays'), null)).toBe(20);
  expect(diskIssues(size('s', 20, 'stays'), null, 10, [])).toEqual([]);
});

test('a new server boots from a volume where its size has no disk, or a smaller one than is wanted', () => {
  const both = (diskGib: number | null): NativeSize => ({ ...size('x', diskGib, 'grows'), largerDisk: 'volume' });
  expect(bootFrom(both(null), null)).toBe('volume');
  expect(bootFrom(both(20), null)).toBe('image');
  expect(bootFrom(both(20), 20)).toBe('image');
  expect(bootFrom(both(20), 21)).toBe('volume');
  expect(bootFrom(size('x', 20, 'stays'), 40)).toBeNull();
});
