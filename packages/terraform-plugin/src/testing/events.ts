/** A diagnostic as Terraform shows it. */
export interface ShownDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** Of the resource that it is about. */
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
  /** The lines that it points to. */
  readonly snippet?: { readonly code: string; readonly context?: string };
}

/** What is done, or was done by others: in Terraform's own words. OpenTofu 1.11 tells that it will `open` ephemeral resources. */
export type Action =
  | 'create'
  | 'read'
  | 'open'
  | 'update'
  | 'replace'
  | 'delete'
  | 'move'
  | 'import'
  | 'forget'
  | 'noop';

/** What a command says in its machine-readable form (`-json`; developer.hashicorp.com, machine-readable UI, read 2026-11). */
export interface Events {
  readonly diagnostics: readonly ShownDiagnostic[];
  /** By address. Data sources that are read at apply are among them. */
  readonly planned: ReadonlyMap<string, Action>;
  /** What others did since the last run, by address. */
  readonly drifted: ReadonlyMap<string, Action>;
  /** How each run of `terraform test` ended, by file and name. */
  readonly tests: ReadonlyMap<string, string>;
  /** All of it as a person reads it. */
  readonly text: string;
}

interface Line {
  readonly type?: string;
  readonly '@message'?: string;
  readonly diagnostic?: ShownDiagnostic;
  readonly change?: { readonly resource: { readonly addr: string }; readonly action: Action };
  readonly test_run?: { readonly path: string; readonly run: string; readonly status?: string };
}

/** Reads what a command wrote; a line that is no JSON (a crash, a warning before all else) is text. */
export function readEvents(output: string): Events {
  const all = output.split('\n').filter(Boolean).map(readLine);
  const lines = all.filter(({ type }) => type !== 'version');
  const changes = (wanted: string) =>
    new Map(
      lines.flatMap(({ type, change }) => (type === wanted && change ? [[change.resource.addr, change.action]] : [])),
    );
  const runs = lines.flatMap(({ test_run: run }) =>
    run?.status ? [[`${run.path} ${run.run}`, run.status] as const] : [],
  );
  return {
    diagnostics: lines.flatMap(({ diagnostic }) => (diagnostic ? [diagnostic] : [])),
    planned: changes('planned_change'),
    drifted: changes('resource_drift'),
    tests: new Map(runs),
    text: lines.map((line) => (line.diagnostic ? showDiagnostic(line.diagnostic) : line['@message'])).join('\n'),
  };
}

function readLine(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return { '@message': text };
  }
}

function showDiagnostic({ severity, summary, detail, address, range, snippet }: ShownDiagnostic): string {
  const place = [address && `with ${address}`, range && `on ${range.filename} line ${range.start.line}`].filter(
    Boolean,
  );
  return [
    `${severity === 'error' ? 'Error' : 'Warning'}: ${summary}`,
    ...(place.length > 0 ? [`  ${place.join(', ')}:`] : []),
    ...(snippet ? [snippet.code.replaceAll(/^/gm, '    ')] : []),
    ...(detail ? [detail] : []),
  ].join('\n');
}
