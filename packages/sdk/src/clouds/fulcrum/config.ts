import * as z from 'zod';

const text = z.string().min(1).optional();

/** Settings of a consumer of a Fulcrum federation, for one agent of it; all may be left out. */
export const FulcrumConfig = z.strictObject({
  endpoint: z.url().optional().describe("URL of the federation's core, without `/api/v1`. Default: `FULCRUM_URL`."),
  token: text.describe('Token of the participant who orders. Default: `FULCRUM_TOKEN`.'),
  participant: text.describe(
    "Id of the participant who orders, where the token is an admin's. Default: `FULCRUM_PARTICIPANT`, then the one that the token is of.",
  ),
  agent: text.describe(
    'Id of the agent that delivers. Default: `FULCRUM_AGENT`, then whichever agent has the tags. What it is at first it stays.',
  ),
  agentTags: text.describe(
    'Tags that the agent must have, comma-separated (`country:DE,cloud:hetzner`), where its id is not given. Default: `FULCRUM_AGENT_TAGS`, then none: any agent.',
  ),
  region: text.describe("Place (`fsn1`) or country (`DE`) for what names no region of its own, of the agent's cloud."),
});

export type FulcrumConfig = z.infer<typeof FulcrumConfig>;
