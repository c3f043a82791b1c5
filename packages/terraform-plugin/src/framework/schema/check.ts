import { hasDynamic } from '../../cty/concrete.js';
import { conform } from '../../cty/conform.js';
import { formatPath, type Path } from '../../cty/path.js';
import { parseType } from '../../cty/type.js';
import type { Attribute, Attributes, Schema } from './attribute.js';
import { objectType, typeOf } from './compiled.js';
import { flagsOf, hasDefault } from './flags.js';

/** Words that Terraform keeps for itself at the top of a resource. developer.hashicorp.com, meta-arguments, read 2026-11 */
const RESERVED = new Set(['connection', 'count', 'depends_on', 'for_each', 'lifecycle', 'provider', 'provisioner']);

/** What a schema is for. */
export type SchemaKind =
  | 'provider'
  | 'provider meta'
  | 'resource'
  | 'data source'
  | 'ephemeral resource'
  | 'list resource'
  | 'action';

/** Kinds that only take what the user writes. */
const INPUT: readonly SchemaKind[] = ['provider', 'provider meta', 'list resource', 'action'];

/** Everything that core would refuse in a schema, in words that name the attribute. Empty when it is sound. */
export function checkSchema(schema: Schema, kind: SchemaKind): string[] {
  const faults: string[] = [];
  const reserved = kind === 'provider' ? new Set(['alias', 'version']) : RESERVED;
  for (const name of Object.keys(schema.attributes)) {
    if (reserved.has(name)) faults.push(`${name}: this name is reserved by Terraform`);
  }
  checkAttributes(schema.attributes, [], kind, (at, fault) => faults.push(`${formatPath(at)}: ${fault}`));
  return faults;
}

type Report = (at: Path, fault: string) => void;

function checkAttributes(attributes: Attributes, at: Path, kind: SchemaKind, report: Report, inBlock = true): void {
  for (const [name, attribute] of Object.entries(attributes)) {
    const here = [...at, name];
    if (!/^[a-z_][a-z0-9_]*$/.test(name)) report(here, 'names are lower-case letters, digits and _');
    for (const fault of attributeFaults(attribute, kind)) report(here, fault);
    if (!('nested' in attribute)) continue;
    if (attribute.block && !inBlock) report(here, 'attributes hold no blocks');
    checkAttributes(attribute.attributes, here, kind, report, attribute.block === true);
    if (attribute.nested === 'set' && holdsWriteOnly(attribute.attributes)) {
      report(here, 'a set cannot hold write-only attributes');
    }
    if (attribute.nested !== 'single' && hasDynamic(objectType(attribute.attributes))) report(here, NO_DYNAMIC);
  }
}

function attributeFaults(attribute: Attribute, kind: SchemaKind): string[] {
  const { required, optional, computed } = flagsOf(attribute);
  const faults: string[] = [];
  if (!('nested' in attribute) && typeFaults(attribute.type).length > 0) return typeFaults(attribute.type);
  if (required && (optional || computed)) faults.push('required excludes optional, computed and default');
  if (!required && !optional && !computed) faults.push('must be required, optional or computed');
  if (attribute.writeOnly && computed) faults.push('write-only excludes computed and default');
  if (attribute.writeOnly && kind !== 'resource') faults.push('only resources have write-only attributes');
  if ('nested' in attribute && attribute.block) {
    if (attribute.nested === 'map') faults.push('there are no maps of blocks: take a list or a set');
    if (required || computed || attribute.sensitive || attribute.writeOnly) faults.push(JUST_THERE);
  }
  if (INPUT.includes(kind) && computed)
    faults.push(`${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind} has no computed attributes`);
  if (attribute.keepsPriorState && !computed) faults.push('only computed attributes can keep their prior state');
  if (hasDefault(attribute)) {
    conform(typeOf(attribute), attribute.default, ({ message }) => faults.push(`the default ${message}`), false);
  }
  return faults;
}

/** What is null or not known yet has no type, which makes such elements differ in theirs: Terraform 1.11 ends in a panic then. */
const NO_DYNAMIC =
  'nested objects of which there may be several cannot hold dynamics: Terraform crashes where types differ';

const JUST_THERE = 'a block is not required, computed, sensitive or write-only, and has no default';

/** What is wrong with a type that was given as data. */
export function typeFaults(type: unknown): string[] {
  try {
    parseType(type);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function holdsWriteOnly(attributes: Attributes): boolean {
  return Object.values(attributes).some(
    (attribute) => attribute.writeOnly || ('nested' in attribute && holdsWriteOnly(attribute.attributes)),
  );
}
