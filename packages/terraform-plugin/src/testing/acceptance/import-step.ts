import { isDeepStrictEqual } from 'node:util';
import { toJson } from '../../cty/json.js';
import { stringifyJson } from '../../cty/json-text.js';
import { hclValue } from '../../hcl/hcl.js';
import { coreAt, hasSince, type Since } from '../core.js';
import type { ProtocolClient } from '../protocol-client.js';
import type { StoredResource } from '../state-file.js';
import { typeFromWire } from '../wire-schema.js';
import { Workspace } from '../workspace.js';
import { told } from './apply-step.js';
import { expectActions } from './expected.js';
import type { ImportStep } from './step.js';

/** What an import needs to know of the other steps. */
export interface Imported {
  readonly workspace: Workspace;
  /** Writes the configuration of the last step, and more of it. */
  write(at: Workspace, more: string): void;
  /** Of the provider in this process; a program that Terraform starts has none. */
  readonly client: ProtocolClient | undefined;
}

export async function importStep({ workspace, write, client }: Imported, step: ImportStep): Promise<void> {
  const wanted = chosen(workspace.resources(), step.imports);
  if (step.identity && !hasSince(coreAt(workspace.binary), BY_IDENTITY)) return askForEach(client, wanted, step);
  const copy = new Workspace(workspace.env, workspace.binary);
  copy.cliConfig = workspace.cliConfig;
  try {
    write(copy, wanted.map((one) => importBlock(one, step)).join('\n'));
    copy.writeState(workspace.state(), (address) => !wanted.some((one) => one.address === address));
    // Looked at before it is applied: what would change the things themselves is told, and not done.
    const { planned, text } = await told(copy, 'plan', '-input=false', '-out=import.tfplan');
    try {
      expectActions('the import', planned, Object.fromEntries(wanted.map(({ address }) => [address, 'import'])));
    } catch (cause) {
      throw new Error(`${(cause as Error).message}\n${text}`, { cause });
    }
    await told(copy, 'apply', '-input=false', 'import.tfplan');
    const found = new Map(copy.resources().map((one) => [one.address, one.attributes]));
    expectSame(
      wanted.map((one) => [one, found.get(one.address) ?? {}]),
      step,
    );
    if (step.keep) workspace.writeState(copy.state());
  } finally {
    copy.remove();
  }
}

function chosen(there: readonly StoredResource[], imports: ImportStep['imports']): StoredResource[] {
  if (imports === 'all') return [...there];
  return [imports].flat().map((address) => {
    const found = there.find((one) => one.address === address);
    if (found === undefined) throw new Error(`there is no ${address} to import`);
    return found;
  });
}

function importBlock({ address, attributes }: StoredResource, { id, identity }: ImportStep): string {
  const by = identity
    ? `identity = ${hclValue(identity(attributes, address), '  ')}`
    : `id = ${hclValue(id ? id(attributes, address) : String(attributes['id']))}`;
  return `import {\n  to = ${address}\n  ${by}\n}\n`;
}

/** Fails with every attribute that came out otherwise. */
function expectSame(pairs: readonly (readonly [StoredResource, Attributes])[], { except = [] }: ImportStep): void {
  const told = pairs.flatMap(([{ address, attributes: before }, after]) =>
    Object.keys(before)
      .filter((name) => !except.includes(name) && !isDeepStrictEqual(before[name], after[name]))
      .map((name) => `${address}: ${name} was ${show(before[name])} and is ${show(after[name])}`),
  );
  if (told.length > 0) throw new Error(`what was imported differs:\n${told.join('\n')}`);
}

type Attributes = StoredResource['attributes'];
const show = (value: unknown) => JSON.stringify(value) ?? 'nothing';

/** By their release notes. */
const BY_IDENTITY: Since = { Terraform: [1, 12], OpenTofu: [1, 12] };

/** What Terraform would ask of the provider; it is configured since the last step. */
async function askForEach(
  client: ProtocolClient | undefined,
  wanted: readonly StoredResource[],
  step: ImportStep,
): Promise<void> {
  if (!client)
    throw new Error('importing by identity needs Terraform or OpenTofu 1.12, or the provider in this process');
  for (const one of wanted) {
    const imported = await client.importByIdentity(one.type, step.identity?.(one.attributes, one.address) ?? {});
    const read = imported.state ? await client.read(one.type, imported) : imported;
    const errors = [...imported.diagnostics, ...read.diagnostics].filter(({ severity }) => severity === 'error');
    if (read.state === null || errors.length > 0) {
      const why = errors.map(({ summary }) => summary).join(', ') || 'there is no such thing';
      throw new Error(`${one.address} is not imported: ${why}`);
    }
    const type = typeFromWire((await client.schemas()).resourceSchemas[one.type]);
    expectSame([[one, JSON.parse(stringifyJson(toJson(type, read.state))) as Attributes]], step);
  }
}
