import type { Path } from '../cty/path.js';

/** What a person reads in Terraform's output. `at` points to the attribute; without it the whole block is meant. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** One line. */
  readonly summary: string;
  /** What to do next. */
  readonly detail?: string;
  readonly at?: Path;
}

export interface DiagnosticDetails {
  readonly detail?: string;
  readonly at?: Path;
}

/** The detail where nothing that a user does can help. */
export const PROVIDER_FAULT = 'This is a fault of the provider: please report it to its authors.';

/** Gathers the diagnostics of one call. */
export class Diagnostics {
  readonly #list: Diagnostic[] = [];

  error(summary: string, details: DiagnosticDetails = {}): void {
    this.add({ severity: 'error', summary, ...details });
  }

  warning(summary: string, details: DiagnosticDetails = {}): void {
    this.add({ severity: 'warning', summary, ...details });
  }

  add(...diagnostics: readonly Diagnostic[]): void {
    this.#list.push(...diagnostics);
  }

  get hasErrors(): boolean {
    return this.#list.some((diagnostic) => diagnostic.severity === 'error');
  }

  get all(): readonly Diagnostic[] {
    return this.#list;
  }
}

/** Thrown to end a call with this diagnostic. Any other error thrown becomes a diagnostic by its message. */
export class DiagnosticError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(summary: string, details: DiagnosticDetails & { readonly cause?: unknown } = {}) {
    super(summary, { cause: details.cause });
    this.name = 'DiagnosticError';
    const { detail, at } = details;
    this.diagnostic = { severity: 'error', summary, ...(detail && { detail }), ...(at && { at }) };
  }
}
