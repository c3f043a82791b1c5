/**
 * Secrets that this process has seen, in every spelling in which they travel, the longest first. A driver registers each credential
 * once, when it is read; from then on no error, log line or recording that goes through {@link redactText} can carry it.
 */
let spellings: readonly string[] = [];

/** Shorter texts are not taken for secrets: they would blank out ordinary words. */
const SHORTEST = 6;

/**
 * Marks `secret` as never to be shown, nor its URL-encoded, JSON-escaped and Base64 forms.
 *
 * @example
 * redact('s3cr/t-token');
 * redactText('GET /?key=s3cr%2Ft-token'); // 'GET /?key=[secret]'
 */
export function redact(secret: string | undefined | null): void {
  if (!secret || secret.length < SHORTEST || spellings.includes(secret)) return;
  spellings = [...new Set([...spellings, ...spellingsOf(secret)])].sort((a, b) => b.length - a.length);
}

/**
 * `text` with every registered secret replaced by `[secret]`.
 *
 * @example
 * redact('correct horse');
 * redactText('password=correct+horse'); // 'password=[secret]'
 */
export function redactText(text: string): string {
  let clean = text;
  for (const spelling of spellings) if (clean.includes(spelling)) clean = clean.split(spelling).join('[secret]');
  return clean;
}

function spellingsOf(secret: string): string[] {
  const url = encodeURIComponent(secret);
  const form = new URLSearchParams({ _: secret }).toString().slice(2);
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = [0, 1, 2].flatMap((offset) => base64At(secret, offset));
  const all = [
    secret,
    url,
    form,
    json,
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  return all.filter((text) => text.length >= SHORTEST);
}

/** What Base64 makes of the secret behind `offset` other bytes (a user's name in HTTP Basic), without the digits that share a byte with others. */
function base64At(secret: string, offset: number): string {
  const bytes = Buffer.from(secret);
  const digits = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  return digits.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}
