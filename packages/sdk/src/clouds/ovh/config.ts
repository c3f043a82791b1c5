import * as z from 'zod';

const text = z.string().min(1).optional();

/** Settings of one OVHcloud Public Cloud project; all may be left out. */
export const OvhConfig = z.strictObject({
  endpoint: text.describe(
    'Which API: `ovh-eu`, `ovh-ca`, `ovh-us` or a URL (`https://eu.api.ovh.com/1.0`). Default: `OVH_ENDPOINT`, `ovh.conf`, then `ovh-eu`.',
  ),
  applicationKey: text.describe('Application key. Default: `OVH_APPLICATION_KEY`, then `ovh.conf`.'),
  applicationSecret: text.describe('Secret of the application. Default: `OVH_APPLICATION_SECRET`, then `ovh.conf`.'),
  consumerKey: text.describe(
    'Consumer key, which says whose account it is. Default: `OVH_CONSUMER_KEY`, then `ovh.conf`.',
  ),
  clientId: text.describe(
    'Id of a service account (OAuth2), in place of the three keys. Default: `OVH_CLIENT_ID`, then `ovh.conf`.',
  ),
  clientSecret: text.describe('Secret of the service account. Default: `OVH_CLIENT_SECRET`, then `ovh.conf`.'),
  projectId: text.describe(
    'Id of the Public Cloud project. Default: `OVH_CLOUD_PROJECT_SERVICE`, `default_cloud_project` in `ovh.conf`, then the only project there is.',
  ),
  region: text.describe(
    'Region (`GRA11`) or country (`FR`) for what names none. Default: `OS_REGION_NAME` of an openrc file of OVHcloud.',
  ),
  subsidiary: z
    .string()
    .regex(/^[A-Z]{2}$/, 'use two capital letters: FR')
    .optional()
    .describe(
      'Subsidiary of OVHcloud whose price list counts (`DE`). Default: `FR` at ovh-eu, `CA` at ovh-ca, `US` at ovh-us.',
    ),
  openstackUsername: text.describe(
    "Name of the project's OpenStack user (`user-…`), for firewalls and public IPs. Default: `OVH_OPENSTACK_USERNAME`, then `OS_USERNAME` of an openrc file of OVHcloud.",
  ),
  openstackPassword: text.describe(
    'Password of that user. Default: `OVH_OPENSTACK_PASSWORD`, then `OS_PASSWORD` likewise.',
  ),
});

export type OvhConfig = z.infer<typeof OvhConfig>;
