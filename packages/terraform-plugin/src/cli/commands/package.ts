import { mirrorRelease } from '../../packaging/mirror.js';
import { makeRelease } from '../../packaging/release.js';
import { defineCommand } from '../command.js';
import { ADDRESS, given, named, needed, programs, VERSION } from '../options.js';

export const packageRelease = defineCommand({
  summary: 'archives for every platform, manifest, checksums, signature (needs yazl)',
  options: {
    out: { type: 'string', value: 'DIR', help: 'where to put them' },
    address: ADDRESS,
    version: VERSION,
    program: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      help: 'one script for Linux and macOS, or again and again linux_amd64=FILE',
    },
    key: { type: 'string', value: 'KEY', help: 'signs the checksums with this key of gpg' },
    mirror: { type: 'string', value: 'DIR', help: 'lays the release out as a filesystem mirror too' },
  },
  async run({ key, mirror, ...values }) {
    const release = await makeRelease({
      ...named(values),
      directory: needed(values, 'out'),
      executable: programs(values.program),
      ...given({ key }),
    });
    const laid = mirror === undefined ? undefined : await mirrorRelease(release, mirror);
    const lines = release.files.map((file) => `${release.directory}/${file}`);
    return {
      json: { ...release, ...(laid ? { mirror: laid } : {}) },
      lines: [...lines, ...(laid ? [`export TF_CLI_CONFIG_FILE=${laid.configFile}`] : [])],
    };
  },
});
