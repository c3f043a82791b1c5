import { direct, FAULTS, runSuite, type Verdict } from '@hansa/conformance';
import { startEmulator } from '@hansa/emulator';
import { jumpingClock, KINDS } from '@hansa/sdk';

/** Holds an emulated cloud to the laws, one jest test a kind. */
export function conformsOnTheEmulator(cloud: string): void {
  it.each(KINDS.map((kind) => kind.name))(`${cloud} %s`, async (kind) => {
    const clock = jumpingClock();
    // How often something that takes long is looked at proves nothing, and each look would be broken in eleven ways.
    const durations = { [cloud]: { '*': 1_000 } };
    const emulator = await startEmulator({ clouds: [cloud], clock, rateLimit: false, durations });
    try {
      const secrets = Object.entries(emulator.env).flatMap(([name, value]) =>
        /TOKEN|SECRET|PASSWORD/.test(name) && value ? [value] : [],
      );
      const { verdicts, left, cases, faults } = await runSuite({
        cloud,
        kinds: [kind],
        emulated: true,
        hansa: { env: emulator.env, clock },
        direct: direct(emulator),
        secrets,
      });
      expect(verdicts.filter((v) => v.status === 'failed').map(tell)).toEqual([]);
      expect(left).toEqual([]);
      expect(verdicts.filter((v) => v.status === 'skipped' && !(v.reason && v.source))).toEqual([]);
      expect(emulator.failures).toEqual([]);
      // Of a kind that the cloud does not offer there is the reason, and nothing else.
      if (verdicts.length === 1) return;
      expect(new Set(verdicts.map((v) => v.law))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
      const untried = verdicts.some((v) => v.law === 4 && v.status === 'skipped');
      if (!untried) {
        expect(Object.keys(faults).sort()).toEqual([...FAULTS].sort());
        expect(cases).toBeGreaterThan(2 * FAULTS.length);
      }
    } finally {
      await emulator.close();
    }
  });
}

function tell({ law, title, reason }: Verdict): string {
  return `law ${law}, ${title}: ${reason}`;
}
