import * as z from 'zod';

const text = z.string().min(1).optional();

/** Settings of one OpenStack project; all may be left out. */
export const OpenStackConfig = z.strictObject({
  cloud: text.describe(
    'Name of an entry in `clouds.yaml`. Default: the one called like this cloud; for `openstack` itself `OS_CLOUD`, or the only one; for a vendor whose endpoint is known (`infomaniak`) one for that endpoint.',
  ),
  endpoint: z
    .url()
    .optional()
    .describe(
      "Keystone's URL (`auth_url` in `clouds.yaml`). Default: the vendor's, where it is known (`infomaniak`), else `OS_AUTH_URL`. A cloud under another id than `openstack` takes `OS_*` only where `OS_AUTH_URL` is this.",
    ),
  region: text.describe(
    'Region of the service catalogue (`RegionOne`). Default: `OS_REGION_NAME`, `region_name` in `clouds.yaml`, then the only one there is.',
  ),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'use two capital letters: DE')
    .optional()
    .describe(
      'Country of the region, ISO 3166-1 alpha-2 (`DE`), since OpenStack does not tell. Default: the one that is known of the vendor, else unknown.',
    ),
  interface: z
    .enum(['public', 'internal', 'admin'])
    .optional()
    .describe(
      "Which of the catalogue's addresses to use. Default: `OS_INTERFACE`, `interface` in `clouds.yaml`, then `public`.",
    ),
  externalNetwork: text.describe(
    'Name or id of the external network that public IPs come from and that new networks are routed to; `none` routes nothing. Default: the one that is known of the vendor, the one that the cloud marks as default, or the only one.',
  ),
  volumeType: text.describe(
    "Volume type of the volumes that servers boot from; needs the Compute API 2.67 (Stein, 2019). Default: the cloud's own.",
  ),
  applicationCredentialId: text.describe('Id of an application credential. Default: `OS_APPLICATION_CREDENTIAL_ID`.'),
  applicationCredentialSecret: text.describe(
    'Secret of the application credential. Default: `OS_APPLICATION_CREDENTIAL_SECRET`.',
  ),
  username: text.describe('User name, where no application credential is used. Default: `OS_USERNAME`.'),
  password: text.describe('Password of the user. Default: `OS_PASSWORD`.'),
  userDomain: text.describe('Name of the domain of the user. Default: `OS_USER_DOMAIN_NAME`, then `Default`.'),
  project: text.describe('Name of the project, where the user has several. Default: `OS_PROJECT_NAME`.'),
  projectId: text.describe('Id of the project, in place of its name. Default: `OS_PROJECT_ID`.'),
  projectDomain: text.describe('Name of the domain of the project. Default: `OS_PROJECT_DOMAIN_NAME`, then `Default`.'),
});

export type OpenStackConfig = z.infer<typeof OpenStackConfig>;
