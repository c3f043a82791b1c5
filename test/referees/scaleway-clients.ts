import { Blockv1 } from '@scaleway/sdk-block';
import { createAdvancedClient, withHTTPClient, withProfile } from '@scaleway/sdk-client';
import { Iamv1alpha1 } from '@scaleway/sdk-iam';
import { Instancev1 } from '@scaleway/sdk-instance';
import { Ipamv1 } from '@scaleway/sdk-ipam';
import { Vpcv2 } from '@scaleway/sdk-vpc';

/** Scaleway's own clients at an emulator. */
export function scalewayClients(env: Readonly<Record<string, string>>, zone: 'fr-par-1' = 'fr-par-1') {
  const profile = withProfile({
    apiURL: env['SCW_API_URL'],
    accessKey: env['SCW_ACCESS_KEY'],
    secretKey: env['SCW_SECRET_KEY'],
    defaultProjectId: env['SCW_DEFAULT_PROJECT_ID'],
    defaultOrganizationId: env['SCW_DEFAULT_ORGANIZATION_ID'],
    defaultRegion: 'fr-par',
    defaultZone: zone,
  });
  const client = createAdvancedClient(profile, withHTTPClient(parsedHere));
  return {
    instance: new Instancev1.API(client),
    block: new Blockv1.API(client),
    vpc: new Vpcv2.API(client),
    ipam: new Ipamv1.API(client),
    iam: new Iamv1alpha1.API(client),
  };
}

/** jest runs tests in a realm of their own, and the client asks `instanceof Object` of what fetch parsed outside of it. */
const parsedHere: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  return Object.assign(response, { json: async (): Promise<unknown> => JSON.parse(await response.text()) });
};

/** The client's waiters count in seconds, and take none below one. */
export const QUICK = { minDelay: 1, maxDelay: 1 };
