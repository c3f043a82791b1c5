/**
 * Makes `src/protocol/*.gen.ts` from `proto/*.proto`, offline, with buf and ts-proto.
 * `--check` writes nothing and exits 1 where a generated file is missing, changed or left over.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'src', 'protocol');
const require = createRequire(import.meta.url);
const OPTIONS = [
  'esModuleInterop=true',
  'fileSuffix=.gen',
  'importSuffix=.js',
  'oneof=unions',
  'outputJsonMethods=false',
  'outputPartialMethods=false',
  'outputTypeAnnotations=false',
  'outputServices=generic-definitions',
  'annotateFilesWithVersion=false',
  'comments=false',
];

/** Generates into a temporary folder and returns the files by name. */
function generate() {
  const out = mkdtempSync(join(tmpdir(), 'hansa-protocol-'));
  try {
    const template = {
      version: 'v2',
      plugins: [{ local: [process.execPath, require.resolve('ts-proto/protoc-gen-ts_proto')], out, opt: OPTIONS }],
    };
    const buf = join(dirname(require.resolve('@bufbuild/buf/package.json')), 'bin', 'buf');
    const args = [buf, 'generate', join(root, 'proto'), '--template', JSON.stringify(template)];
    // Its cache is for modules that it fetches, and it fetches none: what it lays out there goes with the rest.
    const env = { ...process.env, BUF_CACHE_DIR: join(out, 'cache') };
    execFileSync(process.execPath, args, { stdio: 'inherit', cwd: out, env });
    return new Map(
      readdirSync(out)
        .filter((file) => file.endsWith('.gen.ts'))
        .map((file) => [file, readFileSync(join(out, file), 'utf8')]),
    );
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function current() {
  mkdirSync(target, { recursive: true });
  const files = readdirSync(target).filter((file) => file.endsWith('.gen.ts'));
  return new Map(files.map((file) => [file, readFileSync(join(target, file), 'utf8')]));
}

const [fresh, present] = [generate(), current()];
const stale = [...new Set([...fresh.keys(), ...present.keys()])].filter(
  (name) => fresh.get(name) !== present.get(name),
);
if (process.argv.includes('--check')) {
  for (const file of stale)
    console.error(`stale: src/protocol/${file} (npm run generate -w packages/terraform-plugin)`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const file of stale) {
    const text = fresh.get(file);
    if (text === undefined) rmSync(join(target, file));
    else writeFileSync(join(target, file), text);
    console.log(`src/protocol/${file}`);
  }
}
