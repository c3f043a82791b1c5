import { fillTemplate } from './template.js';

const files = new Map([
  ['examples/a.tf', 'a = 1\n'],
  ['templates/run.sh', '```\nrun\n```\n'],
]);
const fields = { Name: 'acme_thing', Description: 'A `thing`.\n\nOf ours.', Empty: '' };
const fill = (template: string) => fillTemplate(template, fields, files, 'templates/x.md.tmpl');

test.each([
  ['# {{ .Name }} and {{.Name}}', '# acme_thing and acme_thing'],
  ['{{ .Description | plainmarkdown | upper }}', 'A THING. OF OURS.'],
  ['{{ .Description | prefixlines "  " }}', '  A `thing`.\n  \n  Of ours.'],
  ['{{ tffile "examples/a.tf" }}', '```terraform\na = 1\n```'],
  ['{{ codefile "shell" "templates/run.sh" }}', '````shell\n```\nrun\n```\n````'],
  ['{{ "{{" }} {{ `"raw"` }}', '{{ "raw"'],
  ['a\n\n{{ .Empty }}\n\nb', 'a\n\nb'],
  ['a {{ .Empty }}\n\nb', 'a \n\nb'],
  ['a\n  {{- /* nobody sees this */ -}}\n  b', 'ab'],
])('%j becomes %j', (template, expected) => {
  expect(fill(template)).toBe(expected);
});

test.each([
  ['{{ .Nmae }}', '{{ .Nmae }} has .Nmae, which is not known here', 'Use .Name, .Description, .Empty.'],
  ['{{ if .Name }}x{{ end }}', 'has "if", which is not known here', '.Examples and .Import are whole sections'],
  ['{{ tffile "examples/b.tf" }}', 'leads to nothing', 'files are those of examples/ and templates/'],
  ['{{ "a" .Name }}', 'is not understood', 'A pipe leads into a function.'],
  ['{{ .constructor }}', 'has .constructor', 'Use .Name'],
])('%j is refused with what there is', (template, message, detail) => {
  const failed = (() => {
    try {
      return fill(template);
    } catch (error) {
      return error;
    }
  })();
  expect(failed).toMatchObject({
    message: expect.stringContaining(`templates/x.md.tmpl: `),
    diagnostic: { summary: expect.stringContaining(message), detail: expect.stringContaining(detail) },
  });
});
