import { attr, defineProvider, defineSchema, isUnknown } from '@hansa/terraform-plugin';
import { append, content, lines, password } from './beside.js';
import { Folder } from './folder.js';
import { text, texts } from './text.js';

/** Files in a folder. */
export const provider = defineProvider({
  schema: defineSchema({
    description: 'Files in a folder of this machine.',
    attributes: { folder: attr.string({ required: true, description: 'The folder; it is made when it is needed.' }) },
  }),
  configure({ folder }, { defer }): Folder {
    if (!isUnknown(folder)) return new Folder(folder);
    defer('provider-config-unknown');
    return new Folder('/nowhere');
  },
  resources: { files_text: text },
  dataSources: { files_content: content },
  ephemeralResources: { files_password: password },
  listResources: { files_text: texts },
  actions: { files_append: append },
  functions: { lines },
});
