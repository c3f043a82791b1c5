import type { Address } from './listen.js';
import { PROTOCOL_VERSION } from './version.js';

/** go-plugin's own version, the first field. */
const CORE_VERSION = 1;

/** The line on stdout by which the host finds us. `certificate` is DER; without it the host speaks plaintext. */
export function handshakeLine(
  { network, address }: Address,
  certificate: Buffer | undefined,
  multiplex: boolean,
): string {
  const encoded = certificate?.toString('base64').replaceAll('=', '') ?? '';
  // Asked whether one connection may carry several brokers: this one has none to carry.
  return `${[CORE_VERSION, PROTOCOL_VERSION, network, address, 'grpc', encoded].join('|')}${multiplex ? '|false' : ''}\n`;
}

/** What the line says; used by a test that plays Terraform. Throws on any other line. */
export function parseHandshake(line: string): Address & { readonly protocol: number; readonly certificate?: Buffer } {
  const [core, protocol, network, address, kind, certificate] = line.trim().split('|');
  if (core !== String(CORE_VERSION) || kind !== 'grpc' || !address || (network !== 'unix' && network !== 'tcp')) {
    throw new Error(`not a handshake: ${JSON.stringify(line.slice(0, 200))}`);
  }
  const bytes = certificate ? Buffer.from(certificate, 'base64') : undefined;
  return { protocol: Number(protocol), network, address, ...(bytes && { certificate: bytes }) };
}
