import { defineCommand } from '../command.js';
import { CONDITION, given, programs } from '../options.js';
import { UsageError } from '../usage.js';
import { writeDocs } from './write-docs.js';

export const docs = defineCommand({
  summary: 'writes the pages that a registry shows (needs esbuild)',
  takes: '<entry.ts>',
  options: {
    program: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      help: 'of a program that is built already, in place of its source',
    },
    out: { type: 'string', value: 'DIR', help: 'where to put them; default: docs' },
    examples: { type: 'string', value: 'DIR', help: 'default: examples' },
    templates: { type: 'string', value: 'DIR', help: 'default: templates' },
    check: { type: 'boolean', help: 'writes nothing; exits 1 and says which pages are stale' },
    condition: CONDITION,
  },
  async run(
    { out = 'docs', examples, templates, check = false, condition: conditions = [], ...values },
    { positionals: [entry] },
  ) {
    const program = values.program === undefined ? undefined : programs(values.program);
    if (typeof program === 'object') throw new UsageError('docs are made of one --program FILE');
    return writeDocs({ out, check, conditions, ...given({ entry, program, examples, templates }) });
  },
});
