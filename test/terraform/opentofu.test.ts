import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { ROOT } from '../cdktf/built.fixture.js';
import { evaluate, run } from '../cdktf/program.fixture.js';

// How the clone comes by OpenTofu where there is neither terraform nor tofu, from a server of ours in the place of GitHub.

const PROGRAM = '#!/bin/sh\necho fetched\n';
const archive = zip({ LICENSE: 'words', tofu: PROGRAM });
const withoutProgram = zip({ README: 'words' });
const release = { version: '9.9.9', sha256: { test_cpu: sha256(archive) } };

let server: Server;
let baseUrl: string;
let asked: string[];
let directory: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/v9.9.9/tofu_9.9.9_test_cpu.zip') response.end(archive);
    else if (request.url === '/v8.8.8/tofu_8.8.8_test_cpu.zip') response.end(withoutProgram);
    else if (request.url?.startsWith('/v7.7.7/')) cutShort(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

beforeEach(() => {
  asked = [];
  directory = mkdtempSync(join(tmpdir(), 'hansa-tofu-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

function fetchOpenTofu(options: object = {}): Promise<unknown> {
  const given = JSON.stringify({ directory, release, baseUrl, platform: 'test_cpu', ...options });
  return evaluate(
    `import { fetchOpenTofu } from ${JSON.stringify(join(ROOT, 'scripts/terraform/opentofu.mjs'))};
     const result = await fetchOpenTofu(${given});`,
  );
}

test('fetches it once, and it runs', async () => {
  const program = join(directory, '9.9.9/tofu');
  expect(await fetchOpenTofu()).toBe(program);
  expect((await run(program, [])).stdout).toBe('fetched\n');
  expect(statSync(program).mode & 0o111).not.toBe(0);
  expect(await fetchOpenTofu()).toBe(program);
  expect(asked).toEqual(['/v9.9.9/tofu_9.9.9_test_cpu.zip']);
});

test('refuses an archive with another checksum and leaves nothing', async () => {
  const wrong = { ...release, sha256: { test_cpu: sha256(Buffer.from('another')) } };
  await expect(fetchOpenTofu({ release: wrong })).rejects.toThrow(
    `has the checksum ${sha256(archive)}, not ${wrong.sha256.test_cpu}: it is not used`,
  );
  expect(readdirSync(directory)).toEqual([]);
});

test('refuses an archive without the program and leaves no half of it', async () => {
  const wrong = { version: '8.8.8', sha256: { test_cpu: sha256(withoutProgram) } };
  await expect(fetchOpenTofu({ release: wrong })).rejects.toThrow('the archive has no "tofu"');
  expect(readdirSync(join(directory, '8.8.8'))).toEqual([]);
});

test('says what to do where there is none to fetch', async () => {
  const hint = 'install terraform or tofu, or set TERRAFORM_BINARY_NAME';
  await expect(fetchOpenTofu({ platform: 'plan9_mips' })).rejects.toThrow(
    `no OpenTofu is pinned for plan9_mips: ${hint}`,
  );
  await expect(fetchOpenTofu({ release: { ...release, version: '1.0.0' } })).rejects.toThrow(`answered 404: ${hint}`);
  await expect(fetchOpenTofu({ release: { ...release, version: '7.7.7' } })).rejects.toThrow(
    /cannot fetch .*: install/,
  );
  await expect(fetchOpenTofu({ baseUrl: 'http://127.0.0.1:1' })).rejects.toThrow(/cannot fetch .*: install terraform/);
});

test('the pinned release is new enough and has whole checksums', async () => {
  const pinned = (await evaluate(
    `import { OPENTOFU } from ${JSON.stringify(join(ROOT, 'scripts/terraform/opentofu.mjs'))};
     import { isNewEnough } from ${JSON.stringify(join(ROOT, 'scripts/terraform/find.mjs'))};
     const result = { ...OPENTOFU, enough: isNewEnough(OPENTOFU.version), old: isNewEnough('1.10.9') };`,
  )) as { sha256: Record<string, string>; enough: boolean; old: boolean };
  expect(pinned).toMatchObject({ enough: true, old: false });
  expect(Object.keys(pinned.sha256)).toEqual(['linux_amd64', 'linux_arm64', 'darwin_amd64', 'darwin_arm64']);
  for (const sum of Object.values(pinned.sha256)) expect(sum).toMatch(/^[0-9a-f]{64}$/);
});

/** Half of what was announced. */
function cutShort(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': archive.length });
  response.write(archive.subarray(0, archive.length / 2), () => response.destroy());
}

function sha256(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

/** A zip archive of texts (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), written by hand: what reads it is a library. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const directoryEntries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = deflateRawSync(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt16LE(8, 4); // deflate
    common.writeUInt32LE(crc32(text), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(Buffer.byteLength(text), 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directoryEntries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, rest, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directoryEntries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(bodies.length, 4);
  end.writeUInt16LE(bodies.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from('PK\x05\x06'), end]);
}
