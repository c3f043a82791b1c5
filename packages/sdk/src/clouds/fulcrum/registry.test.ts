import { usualClouds } from '../registry.js';

it('is meant by who names no cloud only where the environment says where it is', async () => {
  const [none, set] = await Promise.all([usualClouds({}), usualClouds({ FULCRUM_URL: 'https://core.example.org' })]);
  expect(none).not.toContain('fulcrum');
  expect(set.filter((id) => !none.includes(id))).toEqual(['fulcrum']);
  expect(await usualClouds({ FULCRUM_URL: 'x', HANSA_EMULATOR: 'http://127.0.0.1:1' })).not.toContain('fulcrum');
});
