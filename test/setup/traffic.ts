import { join, relative } from 'node:path';

// Gives each test file a traffic log of its own, which the emulators it starts write to, here and in child processes; so what is wrong
// with an exchange is told with the test that made it. The folder is there where `traffic-reporter` judges the logs.
const folder = process.env['HANSA_TRAFFIC_FOLDER'];
const { testPath } = expect.getState();
if (folder && testPath) {
  const name = encodeURIComponent(relative(join(__dirname, '../..'), testPath));
  process.env['HANSA_TRAFFIC_LOG'] = join(folder, name);
}

// Jest's copy of `process` works this list out anew at each look, and axios looks at every request: 8 % of a conformance run (2026-11).
Object.defineProperty(process, 'allowedNodeEnvironmentFlags', { value: process.allowedNodeEnvironmentFlags });
