import { attr, defineListResource, defineResource, defineSchema, lengthBetween } from '@hansa/terraform-plugin';
import { checksum, type Folder } from './folder.js';

/** A file with text in it. */
export const text = defineResource<Folder>()({
  schema: defineSchema({
    description: 'A file with text in it.',
    attributes: {
      path: attr.string({
        required: true,
        requiresReplace: true,
        validators: [lengthBetween(1, 255)],
        description: 'Path below the folder.',
      }),
      content: attr.string({ default: '', description: 'What stands in it.' }),
      sha256: attr.string({ computed: true, description: 'Checksum of the content, hexadecimal.' }),
    },
  }),

  identity: { attributes: { path: { type: 'string', description: 'Path below the folder.' } } },
  identify: ({ path }) => ({ path }),

  // What follows from the configuration alone is known at plan already.
  plan({ proposed, changed }) {
    if (changed && typeof proposed.content === 'string') return { sha256: checksum(proposed.content) };
  },

  async create({ plan }, { client }) {
    await client.create(plan.path, plan.content);
    return { sha256: checksum(plan.content) };
  },
  async read({ path }, { client }) {
    const content = await client.read(path);
    return content === null ? null : { path, content, sha256: checksum(content) };
  },
  async update({ plan }, { client }) {
    await client.replace(plan.path, plan.content);
    return { sha256: checksum(plan.content) };
  },
  async delete({ path }, { client }) {
    await client.remove(path);
  },

  import: async (path) => ({ path }),
  importIdentity: async ({ path }) => ({ path: String(path) }),

  // `local_file` of the provider local says the same in other words.
  move({ typeName, state }) {
    if (typeName !== 'local_file') return null;
    return { path: String(state['filename']).split('/').at(-1)!, content: String(state['content']) };
  },
});

/** For `terraform query`. */
export const texts = defineListResource<Folder>()({
  schema: defineSchema({
    description: 'The files that there are in the folder.',
    attributes: { ending: attr.string({ optional: true, description: 'Only files whose names end so.' }) },
  }),
  async *list({ ending }, { client }) {
    for (const path of await client.paths()) {
      if (path.endsWith(ending ?? '')) yield { identity: { path }, displayName: path };
    }
  },
});
