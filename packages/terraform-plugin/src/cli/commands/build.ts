import { buildProgram } from '../../packaging/build.js';
import { defineCommand } from '../command.js';
import { CONDITION, needed } from '../options.js';
import { UsageError } from '../usage.js';

export const build = defineCommand({
  summary: 'bundles a provider into one file that Node runs (needs esbuild)',
  takes: '<entry.ts>',
  options: {
    out: { type: 'string', value: 'FILE', help: 'the file to make' },
    condition: CONDITION,
  },
  async run({ condition: conditions = [], ...values }, { positionals: [entry] }) {
    if (entry === undefined) throw new UsageError('say what to build: terraform-plugin build src/main.ts --out FILE');
    const outfile = needed(values, 'out');
    await buildProgram({ entry, outfile, conditions });
    return { json: { file: outfile }, lines: [outfile] };
  },
});
