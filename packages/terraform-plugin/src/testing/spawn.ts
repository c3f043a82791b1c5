import { type ChildProcess, spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { createCertificate } from '../goplugin/certificate.js';
import { cookieEnvironment } from '../goplugin/cookie.js';
import { parseHandshake } from '../goplugin/handshake.js';
import type { Address } from '../goplugin/listen.js';
import { GrpcClient } from './grpc-client.js';

/** A provider's process after its handshake. */
export interface SpawnedPlugin {
  readonly process: ChildProcess;
  readonly address: Address;
  readonly client: GrpcClient;
  /** Certificate of the server, PEM. */
  readonly serverCert: string;
  /** All of stderr so far. */
  stderr(): string;
  /** Resolves with the exit code when the process is gone. */
  readonly exited: Promise<number | null>;
}

/**
 * Starts a provider as Terraform does: cookie, client certificate, handshake, mutual TLS.
 * Rejects with what it wrote on stderr when it ends before the handshake.
 */
export async function spawnPlugin(
  command: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<SpawnedPlugin> {
  const own = createCertificate();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...cookieEnvironment,
      PLUGIN_PROTOCOL_VERSIONS: '6',
      PLUGIN_CLIENT_CERT: own.pem,
      ...env,
    },
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  try {
    const address = parseHandshake(await firstLine(child, exited, () => stderr));
    if (address.certificate === undefined) throw new Error('the plugin showed no certificate');
    const serverCert = new X509Certificate(address.certificate).toString();
    const client = await GrpcClient.connect(address, { cert: own.pem, key: own.keyPem, serverCert });
    return { process: child, address, client, serverCert, stderr: () => stderr, exited };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function firstLine(child: ChildProcess, exited: Promise<number | null>, stderr: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('error', reject);
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n') + 1));
    });
    void exited.then((code) => reject(new Error(`the plugin ended with ${code} before its handshake: ${stderr()}`)));
  });
}
