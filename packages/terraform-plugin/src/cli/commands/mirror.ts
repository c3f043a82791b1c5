import { exportLine } from '../../goplugin/export-line.js';
import { layMirror } from '../../packaging/mirror.js';
import { defineCommand } from '../command.js';
import { ADDRESS, given, named, needed, programs, VERSION } from '../options.js';
import { UsageError } from '../usage.js';

export const mirror = defineCommand({
  summary: 'lays one program out as a filesystem mirror for this machine',
  options: {
    out: { type: 'string', value: 'DIR', help: 'where to lay it' },
    address: ADDRESS,
    version: VERSION,
    program: { type: 'string', multiple: true, value: 'FILE', help: 'the program' },
    platform: { type: 'string', value: 'linux_arm64', help: 'for another machine' },
  },
  async run({ platform, ...values }) {
    const executable = programs(values.program);
    if (typeof executable !== 'string') throw new UsageError('a mirror of one machine takes one --program FILE');
    const laid = await layMirror({
      ...named(values),
      directory: needed(values, 'out'),
      executable,
      ...given({ platform }),
    });
    return { json: laid, lines: [exportLine('TF_CLI_CONFIG_FILE', laid.configFile)] };
  },
});
