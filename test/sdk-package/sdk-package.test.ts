import { type Emulator, startEmulator } from '@hansa/emulator';
import { App } from './installed.js';

let app: App;
let emulator: Emulator;
beforeAll(async () => {
  app = new App();
  emulator = await startEmulator({ clouds: ['hetzner'] });
});
afterAll(async () => {
  app?.close();
  await emulator?.close();
});

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ7cYh0kQGfGz5vCDjLDyBSVvvvkYvNQnRhGOC1l+1aK';
const work = (name: string) => `
  const keys = new Hansa({ owner: 'app' }).cloud('hetzner').sshKeys;
  const { id } = await keys.create({ name: '${name}', publicKey: '${KEY}' });
  const [one] = await keys.list({ owner: 'app' });
  await keys.delete(id);
  console.log(JSON.stringify({ same: one.id === id, left: (await keys.list()).length }));`;

test('it brings what a program needs and nothing else', () => {
  const files = app.files();
  expect(files).toEqual(
    expect.arrayContaining(['package.json', 'README.md', 'dist/index.js', 'dist/index.d.ts', 'dist/esm/index.js']),
  );
  expect(
    files.filter((name) => /\.test\.|\.fixture\.|(^|\/)testing(\/|$)|tsbuildinfo|\.ts$(?<!\.d\.ts)/.test(name)),
  ).toEqual([]);
});

// One after the other: both work on the same emulated project.
test.each([
  ['require', 'app.cjs', `const { Hansa } = require('@hansa/sdk'); (async () => {${work('cjs')}})();`],
  ['import', 'app.mjs', `import { Hansa } from '@hansa/sdk'; ${work('esm')}`],
])('%s works against a cloud, and the program ends by itself', async (_how, name, text) => {
  const program = app.file(name, text);
  const { execFile } = await import('node:child_process');
  const { promisify } = await import('node:util');
  const env = { ...process.env, NODE_OPTIONS: '', ...emulator.env };
  const { stdout } = await promisify(execFile)(process.execPath, [program], { cwd: app.root, env, timeout: 60_000 });
  expect(JSON.parse(stdout)).toEqual({ same: true, left: 0 });
});

const LOADED = `Object.keys(require.cache).filter((file) => file.includes('sdk/dist/clouds/')).map((file) => file.split('/clouds/')[1].split('/')[0])`;

test('importing one cloud loads no other, and importing the SDK loads none', () => {
  const told = (what: string) => `console.log(JSON.stringify([...new Set(${what})].sort()));`;
  expect(app.run('one.cjs', `require('@hansa/sdk/clouds/hetzner'); ${told(LOADED)}`)).toEqual(['hetzner']);
  expect(app.run('none.cjs', `require('@hansa/sdk'); ${told(LOADED)}`)).toEqual(['registry.js']);
  app.file(
    'hook.mjs',
    `import { writeSync } from 'node:fs';
     export async function load(url, context, next) { if (url.includes('sdk/dist/')) writeSync(2, url + '\\n'); return next(url, context); }`,
  );
  const esm = (what: string) => {
    const program = `import { register } from 'node:module';
      import { spawnSync } from 'node:child_process';
      const code = "import { register } from 'node:module'; register('./hook.mjs', import.meta.url); await import('${what}');";
      const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code.replace('import.meta.url', JSON.stringify(import.meta.url))], { encoding: 'utf8', cwd: import.meta.dirname });
      const clouds = stderr.split('\\n').flatMap((line) => line.match(/clouds\\/([^/]+)/)?.[1] ?? []);
      console.log(JSON.stringify([...new Set(clouds)].sort()));`;
    return app.run('loads.mjs', program);
  };
  expect(esm('@hansa/sdk/clouds/hetzner')).toEqual(['hetzner']);
  expect(esm('@hansa/sdk')).toEqual(['registry.js']);
});

test('what is known of clouds is there for who asks, one cloud at a time, and nobody else loads it', () => {
  const loaded = `Object.keys(require.cache).flatMap((file) => file.match(/dist\\/claims\\/(.*)/)?.[1] ?? [])`;
  const asked = `const { claimsOf } = require('@hansa/sdk/claims');
    claimsOf('exoscale').then(({ control }) => {
      const clouds = ${loaded}.filter((file) => file.startsWith('clouds/'));
      console.log(JSON.stringify([control.chain.at(-1).country, clouds]));
    });`;
  expect(app.run('claims.cjs', asked)).toEqual(['MX', ['clouds/exoscale.js']]);
  const esm = `import { loadClaims } from '@hansa/sdk/claims';
    console.log(JSON.stringify((await loadClaims()).of('ovh-openstack').cloud));`;
  expect(app.run('claims.mjs', esm)).toBe('ovh');
  const driver = `require('@hansa/sdk'); require('@hansa/sdk/clouds/hetzner'); console.log(JSON.stringify(${loaded}));`;
  expect(app.run('no-claims.cjs', driver)).toEqual([]);
});

test('a driver given by hand is the one that is used', () => {
  const program = `import { hetzner } from '@hansa/sdk/clouds/hetzner';
    import { Hansa, isCloudError } from '@hansa/sdk';
    const hansa = new Hansa({ env: {}, clouds: { mine: { driver: hetzner, endpoint: 'http://127.0.0.1:1' } } });
    const error = await hansa.cloud('mine').connect().catch((e) => e);
    console.log(JSON.stringify([isCloudError(error, 'unauthenticated'), hansa.clouds]));`;
  expect(app.run('driver.mjs', program, { HOME: app.root })).toEqual([true, ['mine']]);
});

const TYPED = `
  import { Hansa, type CloudError, isCloudError } from '@hansa/sdk';
  import { hetzner } from '@hansa/sdk/clouds/hetzner';
  import { type Claim, claimsOf } from '@hansa/sdk/claims';
  import { cell, defineCloud, type Cloud } from '@hansa/sdk/driver';
  const hansa = new Hansa({ clouds: { hetzner: { driver: hetzner } } });
  export async function main(): Promise<string | null> {
    const server = await hansa.cloud('hetzner').servers.create({ name: 'web', image: 'debian-12', size: 'cx23' });
    const cpus: number | null = server.vcpus;
    // @ts-expect-error a server has no such attribute
    await hansa.cloud('hetzner').servers.create({ name: 'web', image: 'debian-12', colour: 'red' });
    // @ts-expect-error the image is missing
    await hansa.cloud('hetzner').servers.create({ name: 'web' });
    // @ts-expect-error what is write-only is not given back
    server.userData;
    return cpus === 2 ? server.publicIpv4Address : null;
  }
  export const wrong = (error: unknown): CloudError | undefined => (isCloudError(error, 'invalid') ? error : undefined);
  export type Driver = Cloud;
  export const makers = [cell, defineCloud];
  export const known = async (): Promise<readonly Claim[] | undefined> => (await claimsOf('hetzner'))?.claims;
`;

test.each([
  ['ESM, node16', 'typed.mts', { module: 'node16', moduleResolution: 'node16' }],
  ['CommonJS, node16', 'typed.cts', { module: 'node16', moduleResolution: 'node16' }],
  ['a bundler', 'typed.ts', { module: 'esnext', moduleResolution: 'bundler' }],
])('its types hold for %s', (_how, name, options) => {
  expect(app.compile(name, TYPED, options)).toBe('');
});
