import { CloudError, ERROR_CODES, type ErrorCode } from '../../../errors/index.js';

/** Longer words help nobody, and are kept in the core's database for ever. */
const LONGEST = 2000;

/**
 * An error as a failed job tells it: code, attribute, words and what to do next, so that the consumer's side can make the same error of it.
 * It holds no secret, as no CloudError does.
 *
 * @example
 * failureText(new CloudError('out-of-stock', { attribute: ['size'], message: 'cx23 is sold out', next: ['use nbg1'] }));
 * // 'out-of-stock at size: cx23 is sold out. Next: use nbg1'
 */
export function failureText({ code, details }: CloudError): string {
  const { attribute = [], message, next = [], vendor } = details;
  const where = attribute.length > 0 ? ` at ${attribute.join('.')}` : '';
  const detail = vendor?.code ? ` (${vendor.code}${vendor.requestId ? `, request ${vendor.requestId}` : ''})` : '';
  return `${code}${where}: ${message}${detail}${next.length > 0 ? `. Next: ${next.join('; ')}` : ''}`.slice(0, LONGEST);
}

/** The error that a failed job tells of; words of another agent than ours, or of the core, are `unavailable`. */
export function failureOf(text: string): CloudError {
  const [, code = '', at, message = text, next] =
    /^([a-z-]+)(?: at (\S+))?: (.*?)(?:\. Next: (.*))?$/s.exec(text) ?? [];
  if (!(ERROR_CODES as readonly string[]).includes(code)) {
    return new CloudError('unavailable', {
      message: `the agent failed: ${text || 'it does not say why'}`,
      next: ['run again: what it left is taken up', 'ask the provider'],
    });
  }
  return new CloudError(code as ErrorCode, {
    message,
    ...(at ? { attribute: at.split('.').map(indexOrName) } : {}),
    ...(next ? { next: next.split('; ') } : {}),
  });
}

const indexOrName = (part: string) => (/^\d+$/.test(part) ? Number(part) : part);
