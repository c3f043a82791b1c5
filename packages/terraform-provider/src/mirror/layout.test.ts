import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layMirror, platformOf } from './layout.js';

test('Terraform and OpenTofu each find the provider under their own registry, and it can be run', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'hansa-mirror-'));
  const executable = join(directory, 'any');
  writeFileSync(executable, '#!/bin/sh\necho runs\n');
  const mirror = await layMirror({ directory, executable, version: '1.2.3', platform: 'linux_arm64' });
  expect(mirror.executables.map((path) => path.slice(directory.length))).toEqual([
    '/registry.terraform.io/hansa/hansa/1.2.3/linux_arm64/terraform-provider-hansa_v1.2.3',
    '/registry.opentofu.org/hansa/hansa/1.2.3/linux_arm64/terraform-provider-hansa_v1.2.3',
  ]);
  for (const path of mirror.executables) {
    expect(statSync(path).mode & 0o777).toBe(0o755);
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('runs\n');
  }
  expect(readFileSync(mirror.configFile, 'utf8')).toContain(`path    = "${directory}"`);
  rmSync(directory, { recursive: true });
});

test.each([
  ['linux', 'x64', 'linux_amd64'],
  ['darwin', 'arm64', 'darwin_arm64'],
  ['win32', 'x64', 'windows_amd64'],
])('%s on %s is %s', (os, arch, platform) => {
  expect(platformOf(os, arch)).toBe(platform);
});
