import { CloudError } from '@hansa/sdk';
import { fromPlan } from './plan.js';
import { type Input, isObject } from './resource.js';
import { fromState } from './state.js';
import { fromStateFile } from './state-file.js';

const NEXT = [
  'a plan: terraform plan -out tfplan && terraform show -json tfplan',
  'a state: terraform show -json, or terraform state pull',
];

/**
 * Reads a Terraform plan or state: the JSON of `terraform show -json`, or a state file.
 *
 * @throws CloudError `invalid` that says what it is instead, and how to get the right thing
 * @example
 * readInput(Buffer.from('{"version":4,"resources":[]}')).from; // 'state'
 */
export function readInput(bytes: Buffer): Input {
  if (bytes.length === 0) throw wrong('there is nothing to read');
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    throw wrong('this is a plan as Terraform keeps it, and not its JSON', ['terraform show -json <the plan file>']);
  return inputOf(parse(textOf(bytes)));
}

function inputOf(json: unknown): Input {
  if (!isObject(json)) throw wrong('this is JSON, and neither a plan nor a state');
  if (Array.isArray(json['resource_changes']) || isObject(json['planned_values'])) return fromPlan(json);
  if (json['version'] === 4) return fromStateFile(json);
  if (typeof json['version'] === 'number') throw wrong(`this is a state of version ${json['version']}, and not of 4`);
  // An empty state has neither values nor resources.
  if (isObject(json['values']) || typeof json['format_version'] === 'string') return fromState(json);
  if (typeof json['@level'] === 'string') throw wrong('this is the log of a run (-json), and not a plan');
  throw wrong('this is JSON, and neither a plan nor a state');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words may quote the state, which holds secrets.
    throw wrong(text.trimStart().startsWith('{') ? 'the JSON is cut off or broken' : 'this is no JSON');
  }
}

/** Windows PowerShell writes UTF-16 where output is sent into a file. */
function textOf(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(utf16 ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}

function wrong(message: string, next: readonly string[] = NEXT): CloudError {
  return new CloudError('invalid', { message, next });
}
