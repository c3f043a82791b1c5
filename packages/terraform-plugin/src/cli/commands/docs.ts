import { defineCommand } from '../command.js';
import { CONDITION, given, PROGRAM } from '../options.js';
import { schemaFor } from '../schema-for.js';
import { writeDocs } from './write-docs.js';

export const docs = defineCommand({
  summary: 'writes the pages that a registry shows (needs esbuild)',
  takes: '<entry.ts>',
  options: {
    program: PROGRAM,
    out: { type: 'string', value: 'DIR', help: 'where to put them; default: docs' },
    examples: { type: 'string', value: 'DIR', help: 'default: examples' },
    templates: { type: 'string', value: 'DIR', help: 'default: templates' },
    check: { type: 'boolean', help: 'writes nothing; exits 1 and says which pages are stale' },
    condition: CONDITION,
  },
  async run({ out = 'docs', examples, templates, check = false, program, condition }, { positionals: [entry] }) {
    const schema = await schemaFor('docs', entry, program, condition);
    return writeDocs({ schema, out, check, ...given({ examples, templates }) });
  },
});
