import { terraformSchema } from '../../docs/index.js';
import { defineCommand } from '../command.js';
import { CONDITION, PROGRAM } from '../options.js';
import { schemaFor } from '../schema-for.js';

export const schema = defineCommand({
  summary: 'prints what `terraform providers schema -json` would, without Terraform (needs esbuild)',
  takes: '<entry.ts>',
  options: { program: PROGRAM, condition: CONDITION },
  async run({ program, condition }, { positionals: [entry] }) {
    const json = terraformSchema(await schemaFor('schema', entry, program, condition));
    return { json, lines: [JSON.stringify(json, null, 2)] };
  },
});
