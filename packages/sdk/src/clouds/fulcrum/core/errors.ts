import { CloudError, type CloudErrorDetails, type ErrorCode } from '../../../errors/index.js';
import type { HttpRequest, HttpResponse } from '../../../runtime/transport/http.js';

interface Words {
  status?: string;
  error?: string;
  errors?: { path: string; message: string }[];
  validationErrors?: { path: string; message: string }[];
}

type Meaning = readonly [code: ErrorCode, details?: Partial<CloudErrorDetails>];

/** By status and the core's words, the first that fits: it has no codes. */
const MEANINGS: readonly (readonly [status: number, words: RegExp, meaning: Meaning])[] = [
  [401, /./, ['unauthenticated', { next: ['set FULCRUM_TOKEN, or token in the settings'] }]],
  [
    403,
    /authentication failed|identity not found/,
    ['unauthenticated', { next: ['make a new token in the core: they last a day unless told otherwise'] }],
  ],
  // A missing id is a refusal: the core cannot look up whose it is.
  [403, /resource not found/, ['not-found']],
  [403, /./, ['forbidden', { next: ['use a token of the role that this needs'] }]],
  [400, /there is an active job/, ['locked', { retryable: true, retryAfterMs: 2000 }]],
  [400, /terminal state/, ['not-found']],
  [400, /not allowed from state|not in (pending|processing) status/, ['conflict']],
  [400, /no agent found/, ['unsupported', { next: ['use tags that an agent of the federation has'] }]],
  [404, /./, ['not-found']],
  [409, /./, ['conflict']],
  [429, /./, ['rate-limited', { retryable: true }]],
  [500, /duplicate key/, ['already-exists']],
  [500, /cannot delete/, ['conflict']],
  [500, /cannot (filter|sort) by/, ['invalid']],
];

/** What a refused request means. */
export function refusal({ status, body, headers }: HttpResponse, { method, path }: HttpRequest): CloudError {
  const words = typeof body === 'object' && body !== null ? (body as Words) : {};
  const [problem, ...more] = words.errors ?? words.validationErrors ?? [];
  const message = problem
    ? plain(problem)
    : words.error || words.status || `${method} ${path} was refused with ${status}`;
  const text = `${message} `;
  const found = MEANINGS.find(([at, form]) => at === status && form.test(text))?.[2];
  const [code, details] = found ?? ([status >= 500 ? 'unavailable' : 'invalid'] as const);
  const seconds = Number(headers['retry-after']);
  const also = more.map((one) => `; ${one.path}: ${plain(one)}`).join('');
  return new CloudError(code, {
    ...details,
    message: `${message}${also}`,
    ...(problem?.path ? { attribute: problem.path.split('.') } : {}),
    ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
    vendor: { status, message },
  });
}

/** Without the path that the core puts before its words. */
function plain({ path, message }: { path: string; message: string }): string {
  return path && message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
}
