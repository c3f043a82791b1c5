import { join } from 'node:path';
import { needs, ROOT } from '../measure/repository.js';
import { lifetime } from '../measure/spawned.js';
import { median, smallest } from '../measure/statistics.js';
import { defineScenario } from '../scenario.js';

const RUNS = 15;

export default defineScenario({
  name: 'import',
  what: `A process that imports one cloud of the built SDK and ends, against bare Node and against single libraries; ${RUNS} times each, in turns.`,
  async run() {
    needs(join(ROOT, 'packages/sdk/dist/clouds/hetzner/index.js'), 'npm run build');
    needs(join(ROOT, 'packages/sdk/dist/esm/clouds/hetzner/index.js'), 'npm run build');
    const required = (name: string) => ['-e', `require(${JSON.stringify(name)})`];
    const imported = (name: string) => ['--input-type=module', '-e', `import ${JSON.stringify(name)}`];
    const subjects = [
      { name: '@hansa/sdk/clouds/hetzner, CommonJS', args: required('@hansa/sdk/clouds/hetzner') },
      { name: '@hansa/sdk/clouds/hetzner, ESM', args: imported('@hansa/sdk/clouds/hetzner') },
      { name: '@hansa/sdk, CommonJS', args: required('@hansa/sdk') },
      { name: '@hansa/sdk, ESM', args: imported('@hansa/sdk') },
      { name: 'bare node', args: ['-e', '0'], yardstick: true },
      { name: 'axios, CommonJS', args: required('axios'), yardstick: true },
      { name: 'zod, CommonJS', args: required('zod'), yardstick: true },
    ];
    const times = subjects.map(() => [] as number[]);
    for (let i = 0; i < RUNS; i += 1) {
      // From a package that has them all, so that nothing is found by chance.
      for (const [which, { args }] of subjects.entries())
        times[which]?.push(await lifetime(process.execPath, args, join(ROOT, 'packages/sdk')));
    }
    const bare = median(times[4] ?? []) ?? 0;
    return subjects.map(({ name, yardstick = false }, which) => {
      const middle = median(times[which] ?? []);
      return {
        name,
        yardstick,
        figures: {
          'median ms': middle,
          'min ms': smallest(times[which] ?? []),
          'above bare ms': middle === null ? null : Math.max(0, middle - bare),
        },
      };
    });
  },
});
