import * as z from 'zod';

/** Settings of a SECA endpoint; all may be left out. */
export const SecaConfig = z.strictObject({
  token: z.string().min(1).optional().describe('Bearer token. Default: `SECA_TOKEN`.'),
  tenant: z.string().min(1).optional().describe('Tenant. Default: `SECA_TENANT`, then `default`.'),
  workspace: z
    .string()
    .min(1)
    .optional()
    .describe('Workspace that everything stands in; it must be there. Default: `SECA_WORKSPACE`, then `default`.'),
  region: z
    .string()
    .min(1)
    .optional()
    .describe('Region or zone for what names none of its own. Default: `SECA_REGION`, then none.'),
  endpoint: z.url().optional().describe('URL below which `/.wellknown/secapi` is answered. Default: `SECA_URL`.'),
});

export type SecaConfig = z.infer<typeof SecaConfig>;
