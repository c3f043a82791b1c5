import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { bits, boolean, der, integer, octets, sequence, set, tagged, time, utf8 } from './der.js';

/** A self-signed certificate for one run. The key never leaves the process. */
export interface Certificate {
  readonly der: Buffer;
  readonly pem: string;
  readonly keyPem: string;
}

/** Object identifiers, encoded. */
const id = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const COMMON_NAME = id('550403'); // 2.5.4.3
const KEY_USES = id('551d0f'); // 2.5.29.15
const ALTERNATIVE_NAME = id('551d11'); // 2.5.29.17
const CONSTRAINTS = id('551d13'); // 2.5.29.19
const EXTENDED_USES = id('551d25'); // 2.5.29.37
const CLIENT = id('2b06010505070302'); // 1.3.6.1.5.5.7.3.2
const SERVER = id('2b06010505070301'); // 1.3.6.1.5.5.7.3.1
const ECDSA_SHA256 = sequence(id('2a8648ce3d040302')); // 1.2.840.10045.4.3.2

const LOCALHOST = sequence(set(sequence(COMMON_NAME, utf8('localhost'))));
/** digitalSignature, keyEncipherment, keyAgreement, keyCertSign: what go-plugin's own certificates claim. */
const KEY_USAGE = bits(Buffer.from([0xac]), 2);
const HOUR_MS = 3_600_000;

/** Makes a P-256 certificate for `localhost` in about 3 ms, without any library: this is on the way to the handshake. */
export function createCertificate(now = new Date()): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const body = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(randomBytes(16)),
    ECDSA_SHA256,
    LOCALHOST,
    // The two clocks are one, yet a step of it must not make the certificate invalid.
    sequence(time(new Date(now.getTime() - HOUR_MS)), time(new Date(now.getTime() + 10 * 365 * 24 * HOUR_MS))),
    LOCALHOST,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(
      3,
      sequence(
        extension(CONSTRAINTS, sequence(boolean(true)), true),
        extension(KEY_USES, KEY_USAGE, true),
        extension(EXTENDED_USES, sequence(CLIENT, SERVER)),
        extension(ALTERNATIVE_NAME, sequence(der(0x82, Buffer.from('localhost', 'latin1')))),
      ),
    ),
  );
  const encoded = sequence(body, ECDSA_SHA256, bits(sign('sha256', body, privateKey)));
  const lines = encoded.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    der: encoded,
    pem: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function extension(kind: Buffer, value: Uint8Array, critical = false): Buffer {
  return critical ? sequence(kind, boolean(true), octets(value)) : sequence(kind, octets(value));
}
