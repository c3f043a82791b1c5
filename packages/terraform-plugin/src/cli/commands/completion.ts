import { defineCommand } from '../command.js';
import { completionFor, SHELLS } from '../completion.js';
import { UsageError } from '../usage.js';

export const completion = defineCommand({
  summary: `prints what completes this program's words in a shell: source <(terraform-plugin completion bash)`,
  takes: `<${SHELLS.join('|')}>`,
  options: {},
  async run(_values, { positionals: [shell = ''], commands }) {
    const found = SHELLS.find((one) => one === shell);
    if (found === undefined) throw new UsageError(`say for which shell: ${SHELLS.join(', ')}`);
    process.stdout.write(completionFor(found, commands));
    return 0;
  },
});
