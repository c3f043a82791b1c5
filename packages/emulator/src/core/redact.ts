import type { Exchange } from './exchange.js';

const SECRET_HEADER = /^(authorization|cookie|set-cookie|x-.*(token|secret|signature).*)$/i;
/** User data is what people put a first password or a join token into. */
const SECRET_FIELD = /password|passwd|secret|token|private_key|user_?data/i;
const HIDDEN = '[redacted]';

/** By the name of a field, whether it may hold one: the same few hundred names come again and again. */
const secretFields = new Map<string, boolean>();

function isSecretField(name: string): boolean {
  const secret = secretFields.get(name) ?? SECRET_FIELD.test(name);
  if (secretFields.size < 10_000) secretFields.set(name, secret);
  return secret;
}

/** Headers with the values of credentials taken out. */
export function redactHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) shown[name] = SECRET_HEADER.test(name) ? HIDDEN : String(value);
  }
  return shown;
}

/** What was sent, as a log may show it. */
export function shownRequest({ requestBody, secretBodies }: Exchange): unknown {
  return secretBodies && requestBody !== undefined ? HIDDEN : redactBody(requestBody);
}

/** What was answered, as a log may show it. A refusal holds the cloud's own words alone. */
export function shownResponse({ responseBody, secretBodies, status }: Exchange): unknown {
  const told = secretBodies && responseBody !== undefined && (status === undefined || status < 300);
  return told ? HIDDEN : redactBody(responseBody);
}

/** Takes every non-empty field that looks like a credential out of a JSON value. It was parsed for this look, so nobody else has it. */
function redactBody(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (const one of value) redactBody(one);
    return value;
  }
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    const field = fields[name];
    if (typeof field !== 'string') redactBody(field);
    else if (field !== '' && isSecretField(name)) fields[name] = HIDDEN;
  }
  return value;
}
