import { memoryGib, sellableBytes, wholeGib } from './units.js';

it('sells whole gigabytes that hold at least the GiB wanted, and reads the same GiB back', () => {
  for (let gib = 1; gib <= 9313; gib += 1) {
    const bytes = sellableBytes(gib);
    expect(bytes % 1e9).toBe(0);
    expect(bytes).toBeGreaterThanOrEqual(gib * 2 ** 30);
    expect(wholeGib(bytes)).toBe(gib);
  }
  expect(sellableBytes(9313)).toBe(1e13);
});

it('tells memory in GiB', () => {
  expect(memoryGib(2147483648)).toBe(2);
  expect(memoryGib(536870912)).toBe(0.5);
});
