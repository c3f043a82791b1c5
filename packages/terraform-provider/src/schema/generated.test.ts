import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { generated } from './generated.js';

const run = (script: string) =>
  execFileSync(process.execPath, ['--conditions=source', '--import', 'tsx', join(__dirname, '..', script), '--check'], {
    encoding: 'utf8',
  });

test('the schema is what the kinds say', () => {
  expect(run('generate/main.ts')).toBe('');
});

test('the reference docs are what the schema says', () => {
  expect(run('docs/main.ts')).toBe('');
});

test('every kind has a cloud, which replaces, and secrets are sensitive', () => {
  for (const { resource } of Object.values(generated.kinds)) {
    const either = 'candidates' in resource.attributes ? { optional: true, computed: true } : { required: true };
    expect(resource.attributes['cloud']).toMatchObject({ ...either, requiresReplace: true });
  }
  expect(generated.kinds['server']?.resource.attributes['user_data']).toMatchObject({
    writeOnly: true,
    sensitive: true,
  });
  const { clouds } = generated.provider.attributes;
  expect(clouds && 'nested' in clouds && clouds.attributes['token']).toMatchObject({ sensitive: true });
});
