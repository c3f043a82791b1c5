// Writes the schema of reports for programs of any language. `--check` writes nothing and fails when the file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { Report, SCHEMA } from './schema.js';

const FILE = join(__dirname, '../../report.schema.gen.json');
const text = `${JSON.stringify({ $id: SCHEMA, ...z.toJSONSchema(Report) }, null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write('packages/report/report.schema.gen.json is stale: npm run generate\n');
  process.exitCode = 1;
}
