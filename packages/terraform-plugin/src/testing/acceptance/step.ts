import type { Action } from '../events.js';
import type { StoredResource } from '../state-file.js';
import type { PlannedChange } from './planned-change.js';

export type StoredAttributes = StoredResource['attributes'];
/** What is there now, by address. */
export type Resources = ReadonlyMap<string, StoredAttributes>;
/** Values of outputs by name. */
export type Outputs = { readonly [name: string]: unknown };
/** What is done to what, by address: `{ 'notes_note.a': 'update' }`. */
export type Actions = { readonly [address: string]: Action };

interface AnyStep {
  /** Said where the step fails, beside its number. */
  readonly name?: string;
  /** What happens meanwhile, outside of Terraform: somebody deletes a thing. */
  before?(): void | Promise<void>;
}

/** A configuration. */
interface Configured extends AnyStep {
  /** HCL; the provider's own block and its requirement are added. */
  readonly config: string;
  readonly variables?: { readonly [name: string]: unknown };
}

/** Applies a configuration; the plan after it must be empty. */
export interface ApplyStep extends Configured {
  /** All that must be planned; what Terraform reads is left out. */
  readonly plans?: Actions;
  /** Looks at the plan in full, by address, before it is applied. Costs two more runs of Terraform. */
  planned?(changes: ReadonlyMap<string, PlannedChange>): void | Promise<void>;
  /** A part of a warning that must be shown. */
  readonly warns?: Words;
  /** Looks at what is there now. Throw, or use `expect`. */
  check?(resources: Resources, outputs: Outputs): void | Promise<void>;
  /** `'changes'`: the plan after it must not be empty. */
  readonly again?: 'nothing' | 'changes';
}

/** Plans a configuration, and leaves it at that. */
export interface PlanStep extends Configured, Pick<ApplyStep, 'planned' | 'warns'> {
  readonly apply: false;
  readonly plans?: Actions;
}

/** Applies a configuration, which must fail so. */
export interface FailStep extends Configured {
  readonly fails: Words | Failure;
  /** Looks at what is there now, all the same. */
  check?: ApplyStep['check'];
}

/** A text in a diagnostic, or several, all in the same one. Line breaks count as spaces. */
export type Words = string | RegExp | readonly (string | RegExp)[];

export interface Failure {
  readonly says: Words;
  /** What stands in the lines that Terraform points to. */
  readonly at?: string | RegExp;
  /** How many errors there must be in all. */
  readonly errors?: number;
}

/**
 * Takes resources out of the state and imports them again: all must come out as they were, and nothing may be left to do. Works on a copy: a
 * step that fails harms nothing.
 */
export interface ImportStep extends AnyStep {
  /** An address, several of them, or all that there are. */
  readonly imports: string | readonly string[] | 'all';
  /** What to import by; default: its `id`. */
  id?(attributes: StoredAttributes, address: string): string;
  /** In place of the id. Where Terraform or OpenTofu cannot do that (before 1.12), the provider is asked directly. */
  identity?(attributes: StoredAttributes, address: string): { readonly [name: string]: unknown };
  /** Attributes that no import can know. */
  readonly except?: readonly string[];
  /** Goes on with the state as it was imported. */
  readonly keep?: boolean;
}

/** Looks what others have done meanwhile (`-refresh-only`), and takes it into the state. */
export interface RefreshStep extends AnyStep {
  /** All that has changed. */
  readonly drifts: Actions;
  check?: ApplyStep['check'];
}

/** Runs the tests of Terraform's own (`terraform test`) with a configuration. They make and destroy their own things. */
export interface TestStep extends Configured {
  /** A `.tftest.hcl` file. */
  readonly tests: string;
}

/** One thing that a user does. */
export type Step = ApplyStep | PlanStep | FailStep | ImportStep | RefreshStep | TestStep;
