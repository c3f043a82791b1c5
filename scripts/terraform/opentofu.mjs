import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { fromBuffer } from 'yauzl';

/**
 * The pinned release. Checksums of the archives as cashapp/hermit-packages has them (commit of 2026-08-22); those for Linux stand in
 * the Arch Linux package opentofu-bin as well.
 */
export const OPENTOFU = {
  version: '1.11.7',
  sha256: {
    linux_amd64: '2ae4434e08da9a17372c11509d11b07f1cb3730dea0bf7ff658bdb4b83b1cbab',
    linux_arm64: '5b3134038c99539768b9d685e3f9d593f498a46ef6ac5ed824ce5a8d5d12c415',
    darwin_amd64: 'aa00a7a4143064f48735b1f9b517f9cdb524396bc4f2fbd8aec7613d04f244fe',
    darwin_arm64: 'a6fe86baa873afaf32b66128d8d9f3ea6420ef6c1fbd6719e55439a2124655db',
  },
};
const RELEASES = 'https://github.com/opentofu/opentofu/releases/download';
const PATIENCE_MS = 5 * 60_000;

/**
 * Fetches OpenTofu into `directory`, unless it is there, and returns the path of the program.
 *
 * @throws Error where there is no pinned archive for this machine, the download fails, or the checksum is another
 */
export async function fetchOpenTofu({
  directory,
  release = OPENTOFU,
  baseUrl = RELEASES,
  platform = `${process.platform}_${{ x64: 'amd64' }[process.arch] ?? process.arch}`,
}) {
  const { version, sha256 } = release;
  const program = join(directory, version, 'tofu');
  if (existsSync(program)) return program;
  const expected = sha256[platform];
  if (!expected) {
    throw new Error(`no OpenTofu is pinned for ${platform}: install terraform or tofu, or set TERRAFORM_BINARY_NAME`);
  }
  const url = `${baseUrl}/v${version}/tofu_${version}_${platform}.zip`;
  const archive = await download(url);
  const actual = createHash('sha256').update(archive).digest('hex');
  if (actual !== expected) throw new Error(`${url} has the checksum ${actual}, not ${expected}: it is not used`);

  // Under its name only when it is whole: a broken download must not look like a finished one.
  const part = `${program}.${process.pid}`;
  mkdirSync(join(directory, version), { recursive: true });
  try {
    await unpack(archive, 'tofu', part);
    renameSync(part, program);
  } finally {
    rmSync(part, { force: true });
  }
  return program;
}

async function download(url) {
  const hint = 'install terraform or tofu, or set TERRAFORM_BINARY_NAME';
  const [status, body] = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    .then(async (response) => [response.status, await response.arrayBuffer()])
    .catch((cause) => {
      throw new Error(`cannot fetch ${url} (${cause.cause?.message ?? cause.message}): ${hint}`, { cause });
    });
  if (status !== 200) throw new Error(`${url} answered ${status}: ${hint}`);
  return Buffer.from(body);
}

/** Writes one file of an archive, executable. */
async function unpack(archive, name, target) {
  const zip = await promisify(fromBuffer)(archive, { lazyEntries: true });
  const entry = await new Promise((resolve, reject) => {
    zip.on('entry', (each) => (each.fileName === name ? resolve(each) : zip.readEntry()));
    zip.once('end', () => reject(new Error(`the archive has no "${name}"`))).once('error', reject);
    zip.readEntry();
  });
  const content = await promisify(zip.openReadStream.bind(zip))(entry);
  await pipeline(content, createWriteStream(target, { mode: 0o755 }));
}
