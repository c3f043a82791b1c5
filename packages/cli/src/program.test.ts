import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hansa } from '../test/hansa.js';
import { createProgram } from './program.js';

const loaded: string[] = [];
jest.mock('@hansa/sdk', () => ({ loaded: loaded.push('sdk') }));
jest.mock('@hansa/sdk/claims', () => ({ loaded: loaded.push('claims') }));
jest.mock('@hansa/emulator', () => ({ loaded: loaded.push('emulator') }));
jest.mock('@hansa/conformance', () => ({ loaded: loaded.push('conformance') }));
jest.mock('cli-table3', () => ({ loaded: loaded.push('cli-table3') }));

test('declaring the commands loads none of what they do', () => {
  const program = createProgram();
  expect(program.commands.map((command) => command.name())).toEqual(
    expect.arrayContaining([
      'emulate',
      'conformance',
      'offers',
      'places',
      'images',
      'list',
      'sweep',
      'claims',
      'completion',
    ]),
  );
  expect(loaded).toEqual([]);
});

test('every command says what it is for, and all but the simplest show how', () => {
  for (const command of createProgram().commands) {
    let help = '';
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(help).toContain('Examples:\n  hansa ');
    expect(command.summary()).not.toBe('');
  }
});

test('--version says the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as { version: string };
  expect(await hansa(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([
  [['offrs'], 'Did you mean offers?'],
  [['offers', '--colour'], "unknown option '--colour'"],
  [['offers', '--arch', 'vax'], 'Allowed choices are x86, arm'],
  [['offers', '--vcpus', 'two'], 'Use a whole number of at least 1'],
  [['offers', '--cloud', 'nope'], 'use one of hetzner, scaleway'],
  [['offers', '--size', 'SCS-2V-4', '--vcpus', '2'], 'cannot be used with'],
  [['list', '--kind', 'toaster'], 'the model has no kind "toaster"'],
  [['conformance'], "required option '-c, --cloud <id>'"],
  [['conformance', '--cloud', 'hetzner', '--law', '9'], 'there is no law "9"'],
])('%j is wrong usage', async (args, words) => {
  const { code, stdout, stderr } = await hansa(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(words);
});
