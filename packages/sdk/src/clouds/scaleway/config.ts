import * as z from 'zod';

/** Settings of a Scaleway project; all may be left out. */
export const ScalewayConfig = z.strictObject({
  accessKey: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Access key (`SCW…`) of the API key. Only asked for the default project. Default: `SCW_ACCESS_KEY`, then the profile.',
    ),
  secretKey: z
    .string()
    .min(1)
    .optional()
    .describe("Secret key of the API key. Default: `SCW_SECRET_KEY`, then the profile of scw's `config.yaml`."),
  projectId: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Id of the project. Default: `SCW_DEFAULT_PROJECT_ID`, the profile, then the default project of the API key.',
    ),
  organizationId: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Id of the organization; its default project has the same id. Default: `SCW_DEFAULT_ORGANIZATION_ID`, then the profile.',
    ),
  zone: z
    .string()
    .min(1)
    .optional()
    .describe('Zone (`fr-par-1`) for what names no region of its own. Default: `SCW_DEFAULT_ZONE`, then the profile.'),
  region: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Region (`fr-par`) or country (`FR`), where no zone is given. Default: `SCW_DEFAULT_REGION`, then the profile.',
    ),
  profile: z
    .string()
    .min(1)
    .optional()
    .describe("Name of a profile in scw's `config.yaml`. Default: `SCW_PROFILE`, then the active one."),
  endpoint: z
    .url()
    .optional()
    .describe('URL of the API. Default: `SCW_API_URL`, the profile, then `https://api.scaleway.com`.'),
});

export type ScalewayConfig = z.infer<typeof ScalewayConfig>;
