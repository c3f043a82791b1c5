import type { Workspace } from '../workspace.js';

/** A change as the plan has it (developer.hashicorp.com, JSON output format, change representation, read 2026-11). */
export interface PlannedChange {
  /** `['create']`, `['delete', 'create']`, … */
  readonly actions: readonly string[];
  readonly before: { readonly [name: string]: unknown } | null;
  /** Without what is known after apply. */
  readonly after: { readonly [name: string]: unknown } | null;
  /** True where a value is known after apply. */
  readonly unknown: { readonly [name: string]: unknown };
  /** Paths whose change replaces the resource. */
  readonly replaces: readonly (readonly (string | number)[])[];
}

interface PlanFile {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: PlannedChange['before'];
      readonly after: PlannedChange['after'];
      readonly after_unknown: PlannedChange['unknown'];
      readonly replace_paths?: PlannedChange['replaces'];
    };
  }[];
}

/** What a saved plan will do, by address. */
export async function changesOf(workspace: Workspace, file: string): Promise<ReadonlyMap<string, PlannedChange>> {
  const { resource_changes: changes = [] } = JSON.parse(await workspace.ok('show', '-json', file)) as PlanFile;
  return new Map(
    changes.map(({ address, change }) => {
      const { actions, before, after, after_unknown: unknown, replace_paths: replaces = [] } = change;
      return [address, { actions, before, after, unknown, replaces }];
    }),
  );
}
