import { Policy, PRESET_IDS, PRESETS, settlePolicy } from '../index.js';

test.each(PRESET_IDS)('the preset %s is a policy of its own, with its sources', (id) => {
  const { policy, sources, summary, ...preset } = PRESETS[id];
  expect(preset.id).toBe(id);
  expect(Policy.parse(policy)).toEqual(policy);
  expect(settlePolicy({ preset: id })).toEqual(settlePolicy(policy));
  expect(summary.length).toBeGreaterThan(40);
  expect(sources.length).toBeGreaterThan(0);
  for (const { url, readOn, says } of sources) {
    expect(new URL(url).protocol).toBe('https:');
    expect(readOn).toMatch(/^2026-\d\d-\d\d$/);
    expect(says).not.toBe('');
  }
});
