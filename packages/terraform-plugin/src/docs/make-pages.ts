import { DiagnosticError } from '../framework/diagnostics.js';
import type { FunctionFacts, ProviderSchema, SchemaFacts } from '../provider-schema/provider-schema.js';
import { LAYOUT, SORTS, shortName } from './layout.js';
import { parted, withFrontMatter } from './page.js';
import { fieldsOf, providerFields } from './page-fields.js';
import { type Files, fillTemplate, type TemplateFields } from './template.js';

/** The pages by their paths: `index.md`, `resources/thing.md`. */
export type Pages = ReadonlyMap<string, string>;

/** What a page says where no template does. */
const INDEX = '# {{ .ProviderShortName }} Provider\n\n{{ .Description }}\n\n{{ .Examples }}\n\n{{ .SchemaMarkdown }}\n';
const HEAD = '# {{ .Name }} ({{ .Type }})\n\n{{ .Deprecated }}\n\n{{ .Description }}\n\n{{ .Examples }}\n\n';
const OF_TYPE = `${HEAD}{{ .SchemaMarkdown }}\n\n{{ .Import }}\n`;
const OF_FUNCTION = `${HEAD}## Signature\n\n{{ .FunctionSignatureMarkdown }}\n\n## Arguments\n\n{{ .FunctionArgumentsMarkdown }}\n`;

/**
 * Every page of a provider's documentation. `files` are its examples and templates, by their paths below `examples/` and `templates/`.
 *
 * @throws DiagnosticError for an example or template of what is not there, and for a template that cannot be filled in
 */
export function makePages(schema: ProviderSchema, files: Files = new Map()): Pages {
  refuseStrays(schema, files);
  const provider = schema.address.split('/').at(-1) ?? schema.address;
  const common = { ProviderName: `terraform-provider-${provider}`, ProviderShortName: provider };
  const pages = new Map<string, string>();
  const index = { ...common, ...providerFields(schema.provider, files) };
  pages.set('index.md', page(['templates/index.md'], INDEX, index, `${provider} Provider`, files));
  for (const sort of SORTS) {
    const { folder, title } = LAYOUT[sort];
    for (const [name, facts] of Object.entries<SchemaFacts | FunctionFacts>(schema[sort])) {
      const path = `${folder}/${shortName(sort, name)}.md`;
      const fields = { ...common, ...fieldsOf(sort, name, facts, files) };
      const templates = [`templates/${path}`, `templates/${folder}.md`];
      const otherwise = sort === 'functions' ? OF_FUNCTION : OF_TYPE;
      pages.set(path, page(templates, otherwise, fields, `${name} ${title} - ${provider}`, files));
    }
  }
  for (const [path, text] of files) if (path.startsWith(GUIDES)) pages.set(path.slice('templates/'.length), text);
  return pages;
}

const GUIDES = 'templates/guides/';

/** By the first template that is there (`.tmpl`: with places to fill in); one without a body of its own adds to the front matter alone. */
function page(
  templates: readonly string[],
  otherwise: string,
  fields: TemplateFields,
  title: string,
  files: Files,
): string {
  const candidates = templates.flatMap((path) => [`${path}.tmpl`, path]);
  const found = candidates.find((path) => files.has(path));
  const { front, body } = parted((found && files.get(found)) ?? '');
  const filled = (text: string) => fillTemplate(text, fields, files, found ?? title);
  const byHand = found !== undefined && !found.endsWith('.tmpl') ? (text: string) => text : filled;
  const text = body.trim() === '' ? filled(otherwise) : byHand(body);
  return withFrontMatter(byHand(front), text, { title, description: fields['Summary'] || fields['Description'] || '' });
}

/** An example or a template under a wrong name would be left out silently. */
function refuseStrays(schema: ProviderSchema, files: Files): void {
  for (const path of files.keys()) {
    const [root, folder, name] = path.split('/');
    const sort = SORTS.find((one) => LAYOUT[one].folder === folder);
    if (sort === undefined || name === undefined) continue;
    const types = Object.keys(schema[sort]);
    const known = root === 'examples' ? types : types.map((type) => `${shortName(sort, type)}.md`);
    if (known.includes(root === 'examples' ? name : name.replace(/\.tmpl$/, ''))) continue;
    throw new DiagnosticError(`${path} belongs to no ${LAYOUT[sort].title.toLowerCase()} of this provider`, {
      detail:
        types.length === 0 ? 'It has none: remove it.' : `Remove it, or name it after one of ${types.join(', ')}.`,
    });
  }
}
