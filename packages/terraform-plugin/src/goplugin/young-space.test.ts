import { execFileSync } from 'node:child_process';
import { YOUNG_SPACE_FLAG } from './young-space.js';

/** What the space of new objects comes to, bytes, in a process that has made many of which some last for a while. */
function youngSpace(flag: string | undefined): number {
  const program = `
    const v8 = require('node:v8');
    ${flag === undefined ? '' : `v8.setFlagsFromString(${JSON.stringify(flag)});`}
    let last = [];
    for (let i = 0; i < 2e6; i += 1) {
      last.push({ i });
      if (last.length > 5e4) last = [];
    }
    console.log(v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size);
  `;
  return Number(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }));
}

test('new objects have no more space than at the start', () => {
  expect(youngSpace(YOUNG_SPACE_FLAG)).toBeLessThan(4 * 2 ** 20);
  expect(youngSpace(undefined)).toBeGreaterThan(4 * 2 ** 20);
});
