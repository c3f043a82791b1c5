import { stat } from 'node:fs/promises';
import { buildProgram } from '../../packaging/build.js';
import { compileProgram } from '../../packaging/compile/index.js';
import { mebibytes } from '../../packaging/sizes.js';
import { defineCommand } from '../command.js';
import { CONDITION, given, needed } from '../options.js';
import { COMPILE, MUSL } from '../sources.js';
import { UsageError } from '../usage.js';

export const build = defineCommand({
  summary: 'bundles a provider into one file that Node runs (needs esbuild), or that needs nothing (needs bun too)',
  takes: '<entry.ts>',
  options: {
    out: { type: 'string', value: 'FILE', help: 'the file to make' },
    compile: COMPILE,
    platform: {
      type: 'string',
      multiple: true,
      value: 'linux_arm64',
      help: 'compiles for this one; given again, each is FILE_linux_arm64',
    },
    musl: MUSL,
    condition: CONDITION,
  },
  async run(
    { compile = false, platform: platforms, musl, condition: conditions = [], ...values },
    { positionals: [entry], say },
  ) {
    if (entry === undefined) throw new UsageError('say what to build: terraform-plugin build src/main.ts --out FILE');
    const outfile = needed(values, 'out');
    if (!compile) {
      if (platforms ?? musl)
        throw new UsageError('--platform and --musl are for --compile: Node runs the same file everywhere');
      await buildProgram({ entry, outfile, conditions });
      const { size } = await stat(outfile);
      say(`bundled ${entry}: ${mebibytes(size)}`);
      return { json: { file: outfile, bytes: size }, lines: [outfile] };
    }
    const made = await compileProgram({ entry, outfile, conditions, say, ...given({ platforms, musl }) });
    const files = await Promise.all(
      Object.entries(made).map(async ([platform, file]) => ({ platform, file, bytes: (await stat(file)).size })),
    );
    return { json: { files }, lines: files.map(({ file }) => file) };
  },
});
