import { Hansa } from '@hansa/sdk';
import { seesAndChanges } from './openstack-client/sees-and-changes.js';
import { withoutClient } from './openstack-client/session.js';

/** Path of the `clouds.yaml` of an OpenStack that tests may use; `scripts/openstack/up.sh` makes one. */
const file = process.env['HANSA_TEST_OPENSTACK'];
const reason = file
  ? withoutClient()
  : 'HANSA_TEST_OPENSTACK names no clouds.yaml (scripts/openstack/up.sh brings one up)';
if (reason) process.stderr.write(`OpenStack's own client at a real OpenStack: not tried, ${reason}\n`);

(reason ? describe.skip : describe)("OpenStack's own command line, at a real OpenStack", () => {
  const env = { HOME: '/nonexistent', OS_CLIENT_CONFIG_FILE: file };
  seesAndChanges(async () => ({
    cloud: (owner) => new Hansa({ env, clouds: { openstack: { cloud: 'hansa' } }, owner }).cloud('openstack'),
    env: { OS_CLIENT_CONFIG_FILE: file, OS_CLOUD: 'hansa' },
    size: 'SCS-2V-4-20s',
  }));
});
