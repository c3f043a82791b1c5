import { join } from 'node:path';
import { type Emulator, startEmulator } from '@hansa/emulator';
import * as sdk from '@hansa/sdk';
import * as claims from '@hansa/sdk/claims';
import { hetzner } from '@hansa/sdk/clouds/hetzner';
import * as driver from '@hansa/sdk/driver';
import * as placement from '@hansa/sdk/placement';
import * as policy from '@hansa/sdk/policy';
import ts from 'typescript';
import { type Example, examplesIn, exportsOf } from './examples.js';

const ROOT = join(__dirname, '../..');
const SDK = join(ROOT, 'packages/sdk/src');
const examples = examplesIn(SDK);
const ENTRIES = {
  '@hansa/sdk': sdk,
  '@hansa/sdk/driver': driver,
  '@hansa/sdk/claims': claims,
  '@hansa/sdk/policy': policy,
  '@hansa/sdk/placement': placement,
};
const offered = Object.assign({}, ...Object.values(ENTRIES)) as Record<string, unknown>;
const titleOf = ({ file, of }: Example) => `${file.slice(SDK.length + 1)}: ${of}`;

/** What examples find in front of them: a cloud with a server, lists, credentials. */
interface Bench {
  hansa: sdk.Hansa;
  server: { id: string };
  sizes: readonly sdk.NativeSize[];
  images: readonly sdk.NativeImage[];
  places: readonly sdk.Place[];
  publicKey: string;
  token: string;
  key: string;
  id: string;
  password: string;
  record: claims.CloudRecord;
}
const BENCH = `import type * as sdk from '@hansa/sdk';
import type * as claims from '@hansa/sdk/claims';
declare const hansa: sdk.Hansa, server: { id: string }, sizes: readonly sdk.NativeSize[], images: readonly sdk.NativeImage[];
declare const places: readonly sdk.Place[], publicKey: string, token: string, key: string, id: string, password: string;
declare const record: claims.CloudRecord;
declare function check(is: unknown, said: unknown): void;`;

const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ7cYh0kQGfGz5vCDjLDyBSVvvvkYvNQnRhGOC1l+1aK';
const environment = { ...process.env };
let emulator: Emulator;
let bench: Bench;

beforeAll(async () => {
  const now = { '*': 0 };
  emulator = await startEmulator({ durations: { hetzner: now, scaleway: now } });
  Object.assign(process.env, emulator.env);
  const clock = sdk.jumpingClock();
  const hansa = new sdk.Hansa({ clock });
  const at = hansa.cloud('hetzner');
  const server = await at.servers.create({ name: 'web', region: 'fsn1', size: 'SCS-1V-2', image: 'debian-12' });
  const [sizes, images, places] = await Promise.all([at.sizes('fsn1'), at.images('fsn1'), at.places()]);
  const secret = '5cb2d1ef-1a3c-4c5e-9f00-0123456789ab';
  bench = {
    hansa,
    server,
    sizes,
    images,
    places,
    publicKey,
    token: 't'.repeat(64),
    key: secret,
    id: secret,
    password: secret,
    record: (await claims.claimsOf('hetzner'))!,
  };
});
afterAll(async () => {
  process.env = environment;
  await emulator.close();
});

test('every public function has an example', () => {
  const isFunction = ([, value]: [string, unknown]) => typeof value === 'function';
  const names = Object.entries(offered)
    .filter(isFunction)
    .map(([name]) => name);
  const shown = new Set(examples.map(({ of }) => of));
  const byMethods = ['Collection'];
  expect(names.filter((name) => !shown.has(name) && !byMethods.includes(name))).toEqual([]);
  expect(['create', 'read', 'list', 'update', 'delete', 'plan'].filter((name) => !shown.has(name))).toEqual([]);
});

test('the examples compile', () => {
  const files = new Map(examples.map((example, i) => [`${example.file}.example-${i}.ts`, program(example)]));
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ['source'],
    types: ['node'],
    typeRoots: [join(ROOT, 'node_modules/@types')],
    esModuleInterop: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    return text === undefined ? getSourceFile(name, ...rest) : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  const all = ts.createProgram([...files.keys()], options, host);
  const problems = [...files.keys()].flatMap((name) => {
    const source = all.getSourceFile(name);
    return [...all.getSyntacticDiagnostics(source), ...all.getSemanticDiagnostics(source)];
  });
  const tell = ({ file, messageText }: ts.Diagnostic) =>
    `${file?.fileName.slice(SDK.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  expect(problems.map(tell)).toEqual([]);
});

test.each(examples.map((example) => [titleOf(example), example] as const))(
  '%s does what it says',
  async (_title, example) => {
    const scope: Record<string, unknown> = { ...visible(example), ...bench, check, console: { log() {}, error() {} } };
    const js = ts.transpile(example.code, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext });
    const names = Object.keys(scope);
    const run = new Function(...names, `return (async () => {\n${js}\n})()`) as (...values: unknown[]) => Promise<void>;
    await run(...names.map((name) => scope[name]));
  },
);

/** An example as a module beside the file that it stands in. */
function program(example: Example): string {
  const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(example.code);
  const own = exportsOf(example.file).filter(uses);
  const others = Object.keys(offered).filter((name) => uses(name) && !own.includes(name));
  const from = (name: string) => Object.entries(ENTRIES).find(([, entry]) => name in entry)?.[0];
  const imports = [
    ...(own.length ? [`import { ${own.join(', ')} } from '${example.file.replace(/\.ts$/, '.js')}';`] : []),
    ...others.map((name) => `import { ${name} } from '${from(name)}';`),
    ...(uses('Link') ? ["import type { Link } from '@hansa/sdk';"] : []),
    ...(uses('hetzner') ? ["import { hetzner } from '@hansa/sdk/clouds/hetzner';"] : []),
  ];
  return `${imports.join('\n')}\n${BENCH}\n{\n${example.code}\n}\n`;
}

/** The same names when it runs. */
function visible(example: Example): Record<string, unknown> {
  const own = require(example.file) as Record<string, unknown>;
  return { ...offered, ...own, hetzner };
}

function check(is: unknown, said: unknown): void {
  if (typeof said === 'object' && said !== null && !Array.isArray(said)) expect(is).toMatchObject(said);
  else expect(is).toEqual(said);
}
