import { randomBytes } from 'node:crypto';
import {
  attr,
  between,
  defineAction,
  defineDataSource,
  defineEphemeralResource,
  defineFunction,
  defineSchema,
  FunctionError,
} from '@hansa/terraform-plugin';
import { checksum, type Folder } from './folder.js';

export const content = defineDataSource<Folder>()({
  schema: defineSchema({
    description: 'Looks a file up that somebody else keeps.',
    attributes: {
      path: attr.string({ required: true, description: 'Path below the folder.' }),
      content: attr.string({ computed: true, description: 'What stands in it.' }),
      sha256: attr.string({ computed: true, description: 'Checksum of the content, hexadecimal.' }),
    },
  }),
  async read({ path }, { client, diagnostics }) {
    const found = await client.read(path);
    if (found === null) diagnostics.error(`There is no file ${path}`, { at: ['path'] });
    return { content: found, sha256: found === null ? null : checksum(found) };
  },
});

export const password = defineEphemeralResource<Folder>()({
  schema: defineSchema({
    description: 'A secret for one run, which no state ever holds.',
    attributes: {
      bytes: attr.integer({ default: 24, validators: [between(8, 256)], description: 'Of randomness, 8 to 256.' }),
      value: attr.string({ computed: true, sensitive: true, description: 'The secret, base64url.' }),
    },
  }),
  open: async ({ bytes }) => ({ value: randomBytes(bytes).toString('base64url') }),
});

export const append = defineAction<Folder>()({
  schema: defineSchema({
    description: 'Puts a line at the end of a file.',
    attributes: {
      path: attr.string({ required: true, description: 'Path below the folder.' }),
      line: attr.string({ required: true, description: 'Without its line break.' }),
    },
  }),
  async invoke({ path, line }, { client, progress }) {
    const before = await client.read(path);
    await client.replace(path, `${before ?? ''}${line}\n`);
    await progress(`${path} has ${(before?.length ?? 0) + line.length + 1} characters now`);
  },
});

/** `provider::files::lines(2, "a", "b")`: texts as the lines of a file, indented. */
export const lines = defineFunction({
  summary: 'Texts as lines',
  description: 'Texts as the lines of a file, each indented and ended by a line break.',
  parameters: [{ name: 'indent', type: 'number', description: 'Spaces in front of each.' }],
  variadic: { name: 'line', type: 'string', description: 'A line, without its break.' },
  returns: 'string',
  run: ([indent, ...all]) => {
    if (Number(indent) < 0) throw new FunctionError('must not be negative', { argument: 0 });
    return all.map((line) => `${' '.repeat(Number(indent))}${line}\n`).join('');
  },
});
