import { readFileSync } from 'node:fs';
import { inModelWords } from '@hansa/report';
import type { Policy } from '@hansa/sdk/policy';
import { parse, YAMLParseError } from 'yaml';
import { Failure } from '../failure.js';

/** What a file (YAML or JSON) allows, in the words of the provider's `policy` or in the SDK's. It is checked where it is used. */
export async function readPolicy(file: string): Promise<Policy> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`, [
      'name a file (YAML or JSON) that says what is allowed: countries: [EU]',
    ]);
  }
  try {
    return inModelWords(parse(text)) as Policy;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new Failure(`${file} is neither YAML nor JSON: ${error.message.split('\n')[0]}`);
  }
}
