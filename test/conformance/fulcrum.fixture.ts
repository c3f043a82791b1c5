import { FAULTS, runSuite } from '@hansa/conformance';
import { KINDS } from '@hansa/sdk';
import { type FederationOptions, newFederation } from '../../packages/fulcrum-agent/src/testing/federation.fixture.js';

/**
 * The federation as a cloud: a core, our agent, and behind it Hetzner's emulator. One cell serves every kind, so the two dearest laws are
 * tried with one kind each: interrupted lives with the one that has all there is to it (power, references, secrets), long lists with a
 * light one.
 */
const INTERRUPTED = 'server';
const MANY = 'ssh_key';

/** Holds a federation to the laws, one jest test a kind. */
export function federationConforms(core?: FederationOptions['core']): void {
  it.each(KINDS.map(({ name }) => name))('the laws hold for a %s of a federation', async (kind) => {
    const federation = await newFederation('hetzner', core ? { core } : {});
    const { clock, env, wire } = federation;
    // Thousands of lives and hundreds of things are for a core of our own.
    const [interrupted, many] = [!core && kind === INTERRUPTED, !core && kind === MANY];
    try {
      const { verdicts, left, faults } = await runSuite({
        cloud: 'fulcrum',
        kinds: [kind],
        laws: [1, 2, 3, ...(interrupted ? [4] : []), 5, ...(many ? [6] : []), 7, 8],
        emulated: true,
        region: 'fsn1',
        hansa: { env, clock, wire },
        direct: wire,
        secrets: [federation.agentToken, env['FULCRUM_TOKEN'] ?? '', env['HCLOUD_TOKEN'] ?? ''],
      });
      const failed = verdicts.filter(({ status }) => status === 'failed');
      expect(failed.map(({ law, title, reason }) => `law ${law}, ${title}: ${reason}`)).toEqual([]);
      expect(left).toEqual([]);
      expect(verdicts.filter((one) => one.status === 'skipped' && !(one.reason && one.source))).toEqual([]);
      if (interrupted) expect(Object.keys(faults).sort()).toEqual([...FAULTS].sort());
      // What the consumer made is gone at the cloud itself too: the agent left nothing.
      const behind = await Promise.all(KINDS.map(({ name }) => federation.behind.kind(name).list()));
      expect(behind.flat().map(({ id }) => id)).toEqual([]);
    } finally {
      await federation.close();
    }
  });
}
