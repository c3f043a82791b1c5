import { exportLine } from '../../goplugin/export-line.js';
import { mirrorRelease } from '../../packaging/mirror.js';
import { makeRelease } from '../../packaging/release.js';
import { defineCommand } from '../command.js';
import { ADDRESS, CONDITION, given, named, needed, VERSION } from '../options.js';
import { COMPILE, MUSL, withPrograms } from '../sources.js';

export const packageRelease = defineCommand({
  summary: 'archives for every platform, manifest, checksums, signature (needs yazl)',
  takes: '[entry.ts]',
  options: {
    out: { type: 'string', value: 'DIR', help: 'where to put them' },
    address: ADDRESS,
    version: VERSION,
    program: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      help: 'in place of a source: one script for Linux and macOS, or again and again linux_amd64=FILE',
    },
    compile: COMPILE,
    platform: {
      type: 'string',
      multiple: true,
      value: 'linux_arm64',
      help: 'for this one; may be given again. Default: all that there are',
    },
    musl: MUSL,
    condition: CONDITION,
    key: { type: 'string', value: 'KEY', help: 'signs the checksums with this key of gpg' },
    mirror: { type: 'string', value: 'DIR', help: 'lays the release out as a filesystem mirror too' },
  },
  async run(
    { key, mirror, program, compile = false, platform, musl, condition: conditions = [], ...values },
    { positionals: [entry], say },
  ) {
    const [packaged, directory] = [named(values), needed(values, 'out')];
    const source = { entry, program, compile, platform, musl, conditions, say };
    const release = await withPrograms(source, (executable) =>
      makeRelease({ ...packaged, directory, executable, say, ...given({ key }) }),
    );
    const laid = mirror === undefined ? undefined : await mirrorRelease(release, mirror);
    const lines = release.files.map((file) => `${release.directory}/${file}`);
    return {
      json: { ...release, ...(laid ? { mirror: laid } : {}) },
      lines: [...lines, ...(laid ? [exportLine('TF_CLI_CONFIG_FILE', laid.configFile)] : [])],
    };
  },
});
