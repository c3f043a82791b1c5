import { inspect } from 'node:util';
import { AxiosError, AxiosHeaders } from 'axios';
import fc from 'fast-check';
import { CloudError, isCloudError, redact, redactText } from './index.js';

const everything = (error: unknown) =>
  [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error), String(error), (error as Error).stack].join(
    '\n',
  );

describe('redact', () => {
  const secret = 'a+b/c=$(.*)[x]\\"\n?ü';
  redact(secret);

  it.each([
    ['plain', secret],
    ['in a URL', `?t=${encodeURIComponent(secret)}`],
    ['in a form', new URLSearchParams({ t: secret }).toString()],
    ['in JSON', JSON.stringify({ t: secret })],
    ['in Base64', Buffer.from(secret).toString('base64')],
    ['in Base64url', Buffer.from(secret).toString('base64url')],
    ['in HTTP Basic', Buffer.from(`me:${secret}`).toString('base64')],
    ['in HTTP Basic of another user', Buffer.from(`root:${secret}:x`).toString('base64')],
  ])('hides it %s', (_how, text) => {
    const clean = redactText(text);
    expect(clean).toContain('[secret]');
    // Base64 shares digits with the neighbours at both ends; all that stands between is gone.
    expect(text.length - clean.length).toBeGreaterThanOrEqual(
      Math.min(text.length, secret.length) - '[secret]'.length - 2,
    );
  });

  it('hides whatever there is, wherever it stands, and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (end, before, after) => {
        const one = `\u00a7\u00a7\u00a7\u00a7\u00a7\u00a7${end}`;
        redact(one);
        expect(redactText(`${before}${one}${after}`)).not.toContain(one);
      }),
      { numRuns: 50 },
    );
    expect(redactText('an ordinary sentence about servers')).toBe('an ordinary sentence about servers');
  });

  it('hides the longer of two secrets whole where one holds the other', () => {
    redact('hunter22');
    redact('hunter22-and-more');
    expect(redactText('hunter22-and-more hunter22')).toBe('[secret] [secret]');
  });
});

describe('CloudError', () => {
  const token = 'tok-0123456789abcdef';
  redact(token);

  it('carries no secret anywhere, whatever caused it', () => {
    const config = {
      url: `/x?t=${token}`,
      headers: new AxiosHeaders({ authorization: `Bearer ${token}`, cookie: 'unknown-secret' }),
    };
    const cause = new AxiosError(`failed with ${token}`, 'ECONNRESET', config as never, { path: token });
    cause.cause = Object.assign(new Error(`deeper ${token}`), { headers: { authorization: token } });
    const error = new CloudError('unavailable', {
      message: `no answer with ${token}`,
      next: [`curl -H ${token}`],
      vendor: { message: `you sent ${token}`, code: 'x' },
      cause,
    }).with({ cloud: 'test', cause: { authorization: token } });
    expect(everything(error)).not.toMatch(/0123456789|unknown-secret/);
    expect(error.cause).toMatchObject({ name: 'AxiosError', code: 'ECONNRESET', message: 'failed with [secret]' });
    expect((error.cause as Error).cause).toMatchObject({ message: 'deeper [secret]' });
  });

  it('says where, what, why and what next, in its message, its stack and as JSON', () => {
    const bare = new CloudError('out-of-stock', {
      message: 'cx22 is sold out',
      next: ['use cx32', 'or wait'],
      vendor: { status: 412 },
    });
    const error = bare.with({ cloud: 'hetzner', kind: 'public_ip', id: 'hetzner/1', message: 'not this' });
    const words = 'hetzner public ip hetzner/1: cx22 is sold out (out-of-stock, HTTP 412). Next: use cx32; or wait';
    expect(error.message).toBe(words);
    expect(error.stack?.startsWith(`CloudError: ${words}\n    at `)).toBe(true);
    expect(error.stack).toContain('errors.test');
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code: 'out-of-stock', cloud: 'hetzner', message: words });
    expect(Object.keys(error).sort()).toEqual(['code', 'details']);
  });

  it('is told by its code, across copies of the package', () => {
    const foreign = Object.assign(new Error('x'), { [Symbol.for('hansa.CloudError')]: true, code: 'locked' });
    expect(isCloudError(foreign, 'locked')).toBe(true);
    expect(isCloudError(foreign, 'invalid')).toBe(false);
    expect([null, 'x', {}, new Error('x')].some((one) => isCloudError(one))).toBe(false);
  });
});
