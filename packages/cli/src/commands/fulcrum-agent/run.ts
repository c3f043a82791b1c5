import { FulcrumAgent } from '@hansa/fulcrum-agent';
import { redactText } from '@hansa/sdk';
import { colours } from '../../output/colour.js';
import { note, print } from '../../output/print.js';
import { signalled } from '../../signals.js';
import { agentOf } from './core.js';
import type { RunOptions } from './index.js';

/** Serves until somebody stops it; what is under way at the cloud is brought to its end. */
export async function runAgent({ jobs, poll, look, json, ...given }: RunOptions): Promise<void> {
  const paint = colours(process.stderr);
  const shown = { info: (text: string) => text, warning: paint.yellow, error: paint.red };
  const agent = new FulcrumAgent({
    ...agentOf(given, 'FULCRUM_AGENT_TOKEN'),
    concurrency: jobs,
    pollMs: poll * 1000,
    metricsMs: look * 1000,
    onStart({ name, id }) {
      const text = `agent ${name} is at work`;
      if (json)
        print(JSON.stringify({ at: new Date().toISOString(), level: 'info', text, agent: id, pid: process.pid }));
      else note(`agent ${name} (${id}) is at work. Ctrl-C stops it.`);
    },
    onHappening: ({ level, text }) => {
      const safe = redactText(text);
      if (json) print(JSON.stringify({ at: new Date().toISOString(), level, text: safe }));
      else note(shown[level](safe));
    },
  });
  const stop = new AbortController();
  void signalled().then(() => stop.abort());
  await agent.run(stop.signal);
}
