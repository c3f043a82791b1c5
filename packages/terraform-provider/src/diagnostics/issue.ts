import type { Attributes, CloudError, Issue } from '@hansa/sdk';
import { redactText } from '@hansa/sdk';
import { type Diagnostic, formatPath, type Path } from '@hansa/terraform-plugin';
import { terraformPath } from './path.js';

/** Codes that are about the cloud, the account or the way to it, when they blame no attribute. */
const ABOUT_THE_CLOUD = new Set([
  'unauthenticated',
  'forbidden',
  'quota-exceeded',
  'unavailable',
  'timeout',
  'rate-limited',
  'unsupported',
]);

/** What the plan found, at its attribute, with what to do. */
export function issueDiagnostic(
  { severity, code, attribute, message, next }: Issue,
  attributes: Attributes,
  cloud?: string,
): Diagnostic {
  const at = place(attributes, attribute, code);
  const subject = subjectOf(at, attribute.length === 0 ? cloud : undefined);
  const detail = whatToDo(next);
  return {
    severity,
    summary: redactText(`${subject}${message}`),
    ...(detail ? { detail } : {}),
    ...(at ? { at } : {}),
  };
}

/** A failure at a cloud: what in the summary; where, the vendor's own words and what to do in the detail. */
export function errorDiagnostic({ code, details }: CloudError, attributes: Attributes): Diagnostic {
  const at = place(attributes, details.attribute ?? [], code);
  const where = [details.cloud, details.kind?.replace('_', ' ')].filter(Boolean).join(' ');
  const detail = [details.id ? `It is ${details.id}.` : '', vendorWords(code, details), whatToDo(details.next)].filter(
    Boolean,
  );
  return {
    severity: 'error',
    summary: redactText(where ? `${where}: ${details.message}` : details.message),
    ...(detail.length > 0 ? { detail: redactText(detail.join('\n\n')) } : {}),
    ...(at ? { at } : {}),
  };
}

function place(attributes: Attributes, path: Path, code: string): Path | undefined {
  const at = terraformPath(attributes, path);
  if (at) return at;
  // A path that begins elsewhere (`cloud`, or a setting of the cloud) is the cloud's.
  return path.length > 0 || ABOUT_THE_CLOUD.has(code) ? ['cloud'] : undefined;
}

/** What is wrong is said of the attribute, or, where none is to blame, of the cloud. */
function subjectOf(at: Path | undefined, cloud: string | undefined): string {
  if (at && at[0] !== 'cloud') return `${formatPath(at)}: `;
  return cloud ? `${cloud}: ` : '';
}

function vendorWords(code: string, { vendor }: CloudError['details']): string {
  const facts = [
    `code ${vendor?.code ?? code}`,
    vendor?.status && `HTTP ${vendor.status}`,
    vendor?.requestId && `request ${vendor.requestId}`,
  ].filter(Boolean);
  return vendor?.message ? `The cloud said: ${vendor.message} (${facts.join(', ')})` : `(${facts.join(', ')})`;
}

function whatToDo(next: readonly string[] | undefined): string {
  return next?.length ? redactText(`What to do:\n${next.map((step) => `  - ${step}`).join('\n')}`) : '';
}
