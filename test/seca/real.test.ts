import { runSuite } from '@hansa/conformance';
import { KINDS } from '@hansa/sdk';

/** The laws at a real SECA endpoint: SECA_URL and SECA_TOKEN name it, SECA_TENANT, SECA_WORKSPACE and SECA_REGION say where. */

const { SECA_URL, SECA_TOKEN, SECA_TENANT, SECA_WORKSPACE, SECA_REGION } = process.env;
const there = Boolean(SECA_URL && SECA_TOKEN);
if (!there)
  console.warn(
    'no real SECA: set SECA_URL and SECA_TOKEN, and SECA_TENANT and SECA_WORKSPACE where they are not "default"',
  );

(there ? describe : describe.skip)('the eight laws at a real SECA', () => {
  it.each(KINDS.map((kind) => kind.name))('%s', async (kind) => {
    const { verdicts, left } = await runSuite({
      cloud: 'seca',
      kinds: [kind],
      ...(SECA_REGION ? { region: SECA_REGION } : {}),
      emulated: false,
      hansa: { env: { SECA_URL, SECA_TOKEN, SECA_TENANT, SECA_WORKSPACE } },
      secrets: [String(SECA_TOKEN)],
    });
    expect(verdicts.filter((v) => v.status === 'failed').map((v) => `law ${v.law}, ${v.title}: ${v.reason}`)).toEqual(
      [],
    );
    expect(left).toEqual([]);
  });
});
