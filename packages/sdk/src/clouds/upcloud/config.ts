import * as z from 'zod';

/** Settings of an UpCloud account; all may be left out. */
export const UpCloudConfig = z.strictObject({
  token: z
    .string()
    .min(1)
    .optional()
    .describe(
      "API token (`ucat_…`). Default: `UPCLOUD_TOKEN`, then upctl's `upctl.yaml`. Wins over name and password.",
    ),
  username: z
    .string()
    .min(1)
    .optional()
    .describe('Name of a (sub)account that may use the API. Default: `UPCLOUD_USERNAME`, then `upctl.yaml`.'),
  password: z.string().min(1).optional().describe('Its password. Default: `UPCLOUD_PASSWORD`, then `upctl.yaml`.'),
  region: z
    .string()
    .min(1)
    .optional()
    .describe('Zone (`fi-hel1`) or country (`FI`) for what names no region of its own. Default: none.'),
  endpoint: z
    .url()
    .optional()
    .describe(
      'URL of the API, with its version. Default: `UPCLOUD_DEBUG_API_BASE_URL` and `/1.3`, then `https://api.upcloud.com/1.3`.',
    ),
});

export type UpCloudConfig = z.infer<typeof UpCloudConfig>;
