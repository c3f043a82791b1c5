import { compareVersions, negotiate } from './microversion.js';

const range = { service: 'compute', min: '2.52', max: '2.93' } as const;
const offering = (min_version: string, version: string, key: 'version' | 'versions' = 'version') => {
  const one = { id: 'v2.1', min_version, version };
  return async () => ({ status: 200, headers: {}, body: key === 'version' ? { version: one } : { versions: [one] } });
};

test('the highest that both speak, in either form of the page', async () => {
  expect(await negotiate(range, offering('2.1', '2.96'))).toBe('2.93');
  expect(await negotiate(range, offering('2.1', '2.60'))).toBe('2.60');
  expect(await negotiate(range, offering('2.1', '2.79', 'versions'))).toBe('2.79');
});

test.each([
  ['too old', '2.1', '2.38'],
  ['too new', '2.94', '2.120'],
  ['without microversions', '', ''],
])('a cloud that is %s is unsupported', async (_, min, max) => {
  await expect(negotiate(range, offering(min, max))).rejects.toMatchObject({ code: 'unsupported' });
});

test('versions are numbers, not text', () => {
  expect(compareVersions('2.9', '2.10')).toBeLessThan(0);
  expect(compareVersions('3.0', '2.99')).toBeGreaterThan(0);
});
