import { type AnyCloud, defineCloud } from '../../../runtime/driver/cloud.js';
import { connect, type OpenStackApi } from '../api.js';
import type { OpenStackConfig } from '../config.js';
import { openstack } from '../index.js';
import { isNamed } from '../keystone/entries.js';
import { cleura as cleuraFacts } from './cleura.js';
import { cloudferro as cloudferroFacts } from './cloudferro.js';
import { elastx as elastxFacts } from './elastx.js';
import { infomaniak as infomaniakFacts } from './infomaniak.js';
import { ovhOpenstack as ovhFacts } from './ovh-openstack.js';
import { factsOf, knownRegion, type Profile } from './profile.js';

export const infomaniak = cloudOf(infomaniakFacts);
export const cleura = cloudOf(cleuraFacts);
export const elastx = cloudOf(elastxFacts);
export const cloudferro = cloudOf(cloudferroFacts);
export const ovhOpenstack = cloudOf(ovhFacts);

/** The driver of OpenStack with the facts of one vendor. */
function cloudOf(facts: Profile): AnyCloud {
  const { id, title } = facts;
  return defineCloud<OpenStackApi, OpenStackConfig>({
    ...openstack,
    id,
    title,
    connect: (context) => connect(context, facts),
    // A cloud of its own there too, in the region that is asked for.
    emulatorPath: ({ region }) => `/openstack/${id}/${knownRegion(facts, region)}/identity`,
    emulatorEnv: (endpoint) => ({ OS_AUTH_URL: endpoint, OS_REGION_NAME: undefined }),
    accountSettings: (openstack.accountSettings ?? []).filter((name) => name !== 'region'),
    profile: { driver: openstack.id, facts: factsOf(facts), isSetUp: (env) => isNamed(id, env) },
  });
}
