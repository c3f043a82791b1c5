import * as z from 'zod';

/** Settings of a contract at IONOS Cloud; all may be left out. */
export const IonosConfig = z.strictObject({
  token: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Token. Default: `IONOS_TOKEN`, then the profile of IONOS's own config file. It wins over name and password.",
    ),
  username: z
    .string()
    .min(1)
    .optional()
    .describe('Name (e-mail address), where there is no token. Default: `IONOS_USERNAME`, then the profile.'),
  password: z.string().min(1).optional().describe('Password to the name. Default: `IONOS_PASSWORD`, then the profile.'),
  contractNumber: z
    .string()
    .regex(/^\d+$/, 'use the number of the contract')
    .optional()
    .describe('Number of the contract, for resellers who have several. Default: `IONOS_CONTRACT_NUMBER`.'),
  profile: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Name of a profile in IONOS's config file. Default: `IONOS_CURRENT_PROFILE`, then the file's current one.",
    ),
  datacenterId: z
    .uuid()
    .optional()
    .describe(
      'Id of a data center of yours to work in. Default: one for each owner and location, made when it is first needed and removed when it is empty.',
    ),
  region: z
    .string()
    .min(1)
    .optional()
    .describe('Location (`de/fra`) or country (`DE`) for what names no region of its own. Default: none.'),
  endpoint: z
    .url()
    .optional()
    .describe('URL of the API. Default: `IONOS_API_URL`, the profile, then `https://api.ionos.com/cloudapi/v6`.'),
});

export type IonosConfig = z.infer<typeof IonosConfig>;
