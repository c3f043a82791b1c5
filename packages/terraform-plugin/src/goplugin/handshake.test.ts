import { startedByTerraform } from './cookie.js';
import { handshakeLine, parseHandshake } from './handshake.js';
import { callerSpeaksOurs } from './version.js';

const unix = { network: 'unix', address: '/tmp/x/s' } as const;

test('the line says all and comes back', () => {
  const certificate = Buffer.from('abcd');
  expect(handshakeLine(unix, certificate, false)).toBe('1|6|unix|/tmp/x/s|grpc|YWJjZA\n');
  expect(handshakeLine(unix, undefined, true)).toBe('1|6|unix|/tmp/x/s|grpc||false\n');
  expect(parseHandshake(handshakeLine(unix, certificate, false))).toEqual({ ...unix, protocol: 6, certificate });
  expect(() => parseHandshake('hello\n')).toThrow('not a handshake');
});

test('only the right cookie counts', () => {
  expect(startedByTerraform({})).toBe(false);
  expect(startedByTerraform({ TF_PLUGIN_MAGIC_COOKIE: 'x' })).toBe(false);
});

test('the caller may speak several versions', () => {
  expect(callerSpeaksOurs({ PLUGIN_PROTOCOL_VERSIONS: '5,6' })).toBe(true);
  expect(callerSpeaksOurs({ PLUGIN_PROTOCOL_VERSIONS: '5' })).toBe(false);
  expect(callerSpeaksOurs({})).toBe(true);
});
