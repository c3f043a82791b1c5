import {
  attr,
  Decimal,
  Dynamic,
  defineAction,
  defineFunction,
  defineListResource,
  defineProvider,
  defineResource,
  defineSchema,
} from '../index.js';
import { schemaOf } from '../provider-schema/schema-of.js';
import { makePages } from './make-pages.js';

const thing = defineResource()({
  schema: defineSchema({
    description: 'A *thing* of [Acme](https://acme.example).\nIt is theirs.\n\nMore of it.',
    attributes: {
      name: attr.string({ required: true, requiresReplace: true, description: 'Its name.\n\nTwo paragraphs.' }),
      secret: attr.string({ optional: true, writeOnly: true, sensitive: true }),
      size: attr.number({ default: 0.5, requiresReplace: (before, after) => Number(after) < Number(before) }),
      huge: { type: 'number', default: Decimal.of(123n, 40_000) },
      any: attr.dynamic({ default: Dynamic.of({ a: ['x'] }) }),
      tick: attr.string({ default: `a \`tick\` for ${'$'}{you}` }),
      old: attr.bool({ optional: true, deprecated: 'Use new.' }),
      disks: attr.nested.list(
        {
          path: attr.string({ required: true }),
          parts: attr.nested.map({ id: attr.string({ computed: true }) }, { computed: true }),
        },
        { optional: true, description: 'Its disks.' },
      ),
      seen: attr.list(['object', { at: 'string', by: ['object', { who: ['tuple', ['string']] }] }], { computed: true }),
      tags: attr.map('string', { optional: true }),
    },
  }),
  identity: {
    attributes: {
      zone: { type: 'string', optionalForImport: true },
      ports: { type: ['list', 'number'], description: 'Its ports.' },
    },
  },
  identify: () => ({ zone: 'z', ports: [1] }),
  create: async () => ({}),
  read: async (state) => state,
  import: async (name) => ({ name }),
  importIdentity: async () => ({ name: 'x' }),
});

const plain = defineResource()({
  schema: { deprecated: 'Use acme_thing.', attributes: {} },
  create: async () => ({}),
  read: async (state) => state,
});

const provider = defineProvider({
  schema: defineSchema({ description: 'Things of Acme.', attributes: { url: attr.string({ optional: true }) } }),
  configure: () => null,
  resources: {
    acme_thing: { schema: thing.schema, identity: thing.identity!, load: async () => thing },
    acme_plain: plain,
  },
  listResources: { acme_thing: defineListResource()({ schema: { attributes: {} }, list: () => [] }) },
  actions: {
    acme_kick: defineAction()({
      schema: { attributes: { hard: attr.bool({ optional: true }) } },
      invoke: async () => {},
    }),
  },
  functions: {
    now: defineFunction({ parameters: [], returns: ['list', 'dynamic'], run: () => [] }),
    sum: defineFunction({
      summary: 'A sum',
      description: 'Adds up.',
      parameters: [{ name: 'first', type: 'number', nullable: true, description: 'The first.' }],
      variadic: { name: 'more', type: ['object', { by: 'number' }] },
      returns: 'number',
      run: () => 0,
    }),
  },
});

const pagesWith = async (files: Readonly<Record<string, string>> = {}) =>
  makePages(await schemaOf(provider, 'registry.terraform.io/acme/acme'), new Map(Object.entries(files)));

test('a page for all that there is, where the registries look for it', async () => {
  expect([...(await pagesWith()).keys()]).toEqual([
    'index.md',
    'resources/thing.md',
    'resources/plain.md',
    'list-resources/thing.md',
    'actions/kick.md',
    'functions/now.md',
    'functions/sum.md',
  ]);
});

test('an attribute tells all that the schema knows of it', async () => {
  const page = (await pagesWith()).get('resources/thing.md')!;
  const lines = page.split('\n');
  const line = (name: string) => lines.find((text) => text.startsWith(`- \`${name}\``));
  expect(page).toContain('- `name` (String, Forces replacement) Its name.\n\n  Two paragraphs.\n');
  expect(line('secret')).toMatch(
    /^- `secret` \(String, Sensitive, \[Write-only\]\(https:.*\), Terraform and OpenTofu >= 1\.11\)$/,
  );
  expect(line('size')).toBe('- `size` (Number, Forces replacement by some changes) Default: `0.5`.');
  expect(line('huge')).toBe('- `huge` (Number) Default: `123e40000`.');
  expect(line('any')).toBe('- `any` (Dynamic) Default: `{ a = ["x"] }`.');
  expect(line('tick')).toBe('- `tick` (String) Default: `` "a `tick` for $${you}" ``.');
  expect(line('old')).toBe('- `old` (Boolean, Deprecated) **Deprecated:** Use new.');
  expect(line('tags')).toBe('- `tags` (Map of String)');
  expect(line('disks')).toBe(
    '- `disks` (Attributes List) Its disks. (see [below for nested schema](#nestedatt--disks))',
  );
  expect(page.match(/^#+ .*|^\w.*:$|^<a .*/gm)?.slice(3)).toEqual([
    '### Required',
    '### Optional',
    '### Read-Only',
    '<a id="nestedatt--disks"></a>',
    '### Nested Schema for `disks`',
    'Required:',
    'Read-Only:',
    '<a id="nestedatt--disks--parts"></a>',
    '### Nested Schema for `disks.parts`',
    'Read-Only:',
    '<a id="nestedatt--seen"></a>',
    '### Nested Schema for `seen`',
    '<a id="nestedatt--seen--by"></a>',
    '### Nested Schema for `seen.by`',
    '## Import',
    expect.stringContaining('In Terraform and OpenTofu 1.12 and later'),
    '### Identity Schema',
    '#### Required',
    '#### Optional',
    'By the command:',
  ]);
  expect(page).toContain('- `by` (Object) (see [below for nested schema](#nestedatt--seen--by))');
  expect(page).toContain('- `who` (Tuple)');
});

test('every link to a nested schema leads somewhere', async () => {
  for (const page of (await pagesWith()).values()) {
    for (const [, anchor] of page.matchAll(/\(#([\w-]+)\)/g)) expect(page).toContain(`<a id="${anchor}"></a>`);
  }
});

test('front matter is one line of plain words', async () => {
  expect((await pagesWith()).get('resources/thing.md')).toMatch(
    /^---\n# generated by terraform-plugin docs\npage_title: "acme_thing Resource - acme"\ndescription: "A thing of Acme. It is theirs."\n---\n\n# acme_thing \(Resource\)\n\nA \*thing\*/,
  );
});

test('how it is imported follows from what it can, and from the examples', async () => {
  const page = (await pagesWith()).get('resources/thing.md');
  expect(page).toContain('  identity = {\n    zone  = "<zone>"\n    ports = [0]\n  }\n');
  expect(page).toContain("terraform import acme_thing.example '<id>'");
  expect((await pagesWith()).get('resources/plain.md')).not.toContain('Import');
  const shown = (
    await pagesWith({
      'examples/resources/acme_thing/import.sh': 'terraform import acme_thing.a z/1\n',
      'examples/resources/acme_thing/import-by-string-id.tf': 'import {\n  id = "z/1"\n}\n',
      'examples/resources/acme_thing/import-by-identity.tf': 'import {\n  identity = { ports = [80] }\n}\n',
    })
  ).get('resources/thing.md');
  for (const words of ['import acme_thing.a z/1', 'id = "z/1"', 'ports = [80]']) expect(shown).toContain(words);
  expect(shown).not.toContain('<id>');
  expect(shown).not.toContain('<zone>');
});

test('a function has its signature and its arguments', async () => {
  const pages = await pagesWith();
  const sum = pages.get('functions/sum.md')!;
  expect(sum).toContain('description: "A sum"');
  expect(sum).toContain('Adds up.');
  expect(sum).toContain('```text\nsum(first number, more object({ by = number })...) number\n```');
  expect(sum).toContain('1. `first` (Number, Nullable) The first.\n2. `more` (Variadic, Object)\n');
  expect(pages.get('functions/now.md')).toMatch(/now\(\) list\(any\)[\s\S]*There are none\./);
});

test('examples stand in the order of their names; what is deprecated says so', async () => {
  const pages = await pagesWith({
    'examples/resources/acme_plain/resource_2.tf': 'two\n',
    'examples/resources/acme_plain/resource.tf': 'one\n',
    'examples/list-resources/acme_thing/list-resource.tfquery.hcl': 'list\n',
    'examples/provider/provider.tf': 'provider\n',
    'examples/other/README.md': 'not ours',
  });
  expect(pages.get('resources/plain.md')).toMatch(
    /~> \*\*Deprecated\*\* Use acme_thing\.\n\n## Example Usage\n\n```terraform\none\n```\n\n```terraform\ntwo\n```\n\n## Schema\n\nThere are no attributes\.\n$/,
  );
  expect(pages.get('list-resources/thing.md')).toContain('```terraform\nlist\n```');
  expect(pages.get('index.md')).toContain('```terraform\nprovider\n```');
});

describe('templates', () => {
  test('give a page other words, or its front matter alone', async () => {
    const pages = await pagesWith({
      'templates/index.md.tmpl': '# Acme\n\nOwn words.\n\n{{ .SchemaMarkdown }}\n',
      'templates/resources/thing.md.tmpl': '---\nsubcategory: "Things"\n---\n',
      'templates/functions.md.tmpl': '---\npage_title: "{{ .Name }} of all"\n---\n{{ .FunctionSignatureMarkdown }}',
      'templates/functions/now.md': '# By hand: {{ .Name }}\n',
      'templates/guides/start.md': '# Start\n',
    });
    expect(pages.get('index.md')).toMatch(/---\n\n# Acme\n\nOwn words\.\n\n## Schema/);
    expect(pages.get('resources/thing.md')).toMatch(
      /page_title: "acme_thing Resource - acme"\nsubcategory: "Things"\ndescription: .*\n---\n\n# acme_thing/,
    );
    expect(pages.get('functions/sum.md')).toMatch(
      /page_title: "sum of all"\ndescription: "A sum"\n---\n\n```text\nsum/,
    );
    expect(pages.get('functions/now.md')).toContain('# By hand: {{ .Name }}\n');
    expect(pages.get('guides/start.md')).toBe('# Start\n');
  });

  test.each([
    ['templates/resources/thin.md.tmpl', 'belongs to no resource of this provider', 'acme_thing, acme_plain'],
    ['examples/data-sources/acme_thing/data-source.tf', 'belongs to no data source', 'It has none: remove it.'],
  ])('%s has no place', async (path, message, detail) => {
    const failed = await pagesWith({ [path]: '' }).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      message: expect.stringContaining(message),
      diagnostic: { detail: expect.stringContaining(detail) },
    });
  });
});

test('a fault in a schema is told by name', async () => {
  const faulty = defineProvider({
    schema: { attributes: {} },
    configure: () => null,
    resources: { acme_bad: { ...plain, schema: { attributes: { Name: { type: 'string' } } } } },
  });
  await expect(schemaOf(faulty, 'a/acme')).rejects.toMatchObject({
    diagnostic: { detail: expect.stringContaining('acme_bad: Name: names are lower-case letters') },
  });
});

test('blocks are told as blocks, where tfplugindocs has them', async () => {
  const fence = defineResource()({
    schema: defineSchema({
      attributes: {
        post: attr.block.list(
          { height: attr.integer({ required: true }), cap: attr.block.single({}) },
          { description: 'It holds.' },
        ),
      },
    }),
    create: async () => ({}),
    read: async (state) => state,
  });
  const built = defineProvider({
    schema: defineSchema({ attributes: {} }),
    configure: () => null,
    resources: { acme_fence: fence },
  });
  const page = makePages(await schemaOf(built, 'registry.terraform.io/acme/acme'), new Map()).get(
    'resources/fence.md',
  )!;
  expect(page).toContain('- `post` (Block List) It holds. (see [below for nested schema](#nestedblock--post))');
  expect(page).toContain('<a id="nestedblock--post"></a>\n\n### Nested Schema for `post`');
  expect(page).toContain('- `cap` (Block) (see [below for nested schema](#nestedblock--post--cap))');
});
