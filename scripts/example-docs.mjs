// The pages of examples/plugin-files, by the plugin's sources, so that no build has to run before. `--check` writes nothing.
import { join } from 'node:path';
import { main } from '../packages/terraform-plugin/src/cli/main.ts';
import { ROOT } from './run.mjs';

process.chdir(join(ROOT, 'examples/plugin-files'));
process.exitCode = await main(['docs', 'src/main.ts', '--condition', 'source', ...process.argv.slice(2)]);
