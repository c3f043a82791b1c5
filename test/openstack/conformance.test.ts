import { runSuite } from '@hansa/conformance';
import { KINDS } from '@hansa/sdk';

const clouds = process.env['HANSA_TEST_OPENSTACK'];
const TEN_MINUTES = 600_000;
if (!clouds)
  console.warn('no real OpenStack: set HANSA_TEST_OPENSTACK to a clouds.yaml (scripts/openstack/up.sh makes one)');

(clouds ? describe : describe.skip)('the eight laws on a real OpenStack', () => {
  it.each(KINDS.map((kind) => kind.name))(
    '%s',
    async (kind) => {
      const env = { OS_CLIENT_CONFIG_FILE: clouds, OS_CLOUD: 'hansa' };
      const { verdicts, left } = await runSuite({ cloud: 'openstack', kinds: [kind], emulated: false, hansa: { env } });
      expect(verdicts.filter((v) => v.status === 'failed').map((v) => `law ${v.law}, ${v.title}: ${v.reason}`)).toEqual(
        [],
      );
      expect(left).toEqual([]);
    },
    TEN_MINUTES,
  );
});
