import { X509Certificate } from 'node:crypto';
import { createCertificate } from './certificate.js';
import { integer, time } from './der.js';

test('OpenSSL reads back what a plugin certificate must say', () => {
  const certificate = createCertificate(new Date('2030-05-06T07:08:09Z'));
  const parsed = new X509Certificate(certificate.pem);
  expect(parsed.subject).toBe('CN=localhost');
  expect(parsed.subjectAltName).toBe('DNS:localhost');
  expect(parsed.ca).toBe(true);
  expect(parsed.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.1']);
  expect(parsed.validFrom).toBe('May  6 06:08:09 2030 GMT');
  expect(parsed.validTo).toBe('May  3 07:08:09 2040 GMT');
  expect(parsed.verify(parsed.publicKey)).toBe(true);
  expect(parsed.raw.equals(certificate.der)).toBe(true);
});

test('no two are alike', () => {
  expect(createCertificate().der.equals(createCertificate().der)).toBe(false);
});

test('DER forms', () => {
  expect(integer(Buffer.from([0, 0, 0x80])).toString('hex')).toBe('02020080');
  expect(time(new Date('2049-12-31T23:59:59Z')).toString('latin1').slice(2)).toBe('491231235959Z');
  expect(time(new Date('2050-01-01T00:00:00Z')).toString('latin1').slice(2)).toBe('20500101000000Z');
});
