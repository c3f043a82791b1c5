import { execFileSync } from 'node:child_process';
import { exportLine } from './export-line.js';

const VALUE = `it's "there" \\ $HOME`;

test('a POSIX shell takes the value as it is', () => {
  const line = exportLine('TOLD', VALUE, 'linux');
  expect(execFileSync('sh', ['-c', `${line}\nprintenv TOLD`], { encoding: 'utf8' })).toBe(`${VALUE}\n`);
});

test('PowerShell doubles a quote and knows no other escape', () => {
  expect(exportLine('TOLD', VALUE, 'win32')).toBe(`$env:TOLD = 'it''s "there" \\ $HOME'`);
});
