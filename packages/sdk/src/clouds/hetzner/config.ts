import * as z from 'zod';

/** Settings of a Hetzner Cloud project; all may be left out. */
export const HetznerConfig = z.strictObject({
  token: z
    .string()
    .min(1)
    .optional()
    .describe('API token of the project (Read & Write). Default: `HCLOUD_TOKEN`, then the active context of hcloud.'),
  context: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Name of a context in hcloud's `cli.toml`, whose token is taken. Default: `HCLOUD_CONTEXT`, then the active one.",
    ),
  region: z
    .string()
    .min(1)
    .optional()
    .describe('Location (`fsn1`) or country (`DE`) for what names no region of its own. Default: none.'),
  endpoint: z
    .url()
    .optional()
    .describe('URL of the API. Default: `HCLOUD_ENDPOINT`, then `https://api.hetzner.cloud/v1`.'),
});

export type HetznerConfig = z.infer<typeof HetznerConfig>;
