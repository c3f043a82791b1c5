import { DiagnosticError } from '../framework/diagnostics.js';
import { fence, plainText } from './markdown.js';

/** Texts by their paths: `templates/index.md.tmpl`, `examples/resources/acme_thing/resource.tf`. */
export type Files = ReadonlyMap<string, string>;

/** What stands in place of `{{ .Name }}`. */
export type TemplateFields = { readonly [name: string]: string };

type Call = (args: readonly string[], files: Files) => string | undefined;

/** By the names that they have in tfplugindocs. What they cannot do with their arguments is undefined. */
const FUNCTIONS: Readonly<Record<string, { readonly takes: string; readonly call: Call }>> = {
  tffile: { takes: '"path"', call: ([path], files) => fileIn('terraform', path, files) },
  codefile: { takes: '"language" "path"', call: ([language, path], files) => fileIn(language, path, files) },
  plainmarkdown: { takes: 'a text', call: ([text]) => text && plainText(text) },
  trimspace: { takes: 'a text', call: ([text]) => text?.trim() },
  lower: { takes: 'a text', call: ([text]) => text?.toLowerCase() },
  upper: { takes: 'a text', call: ([text]) => text?.toUpperCase() },
  prefixlines: { takes: '"prefix" and a text', call: ([prefix, text]) => text?.replaceAll(/^/gm, prefix ?? '') },
};

function fileIn(language: string | undefined, path: string | undefined, files: Files): string | undefined {
  if (language === undefined || path === undefined) return undefined;
  const text = files.get(path);
  return text === undefined ? undefined : fence(language, text);
}

const PLACE = /(\s*\{\{-|\{\{)\s*(\/\*[\s\S]*?\*\/|[\s\S]*?)\s*(-\}\}\s*|\}\})(\n*)/g;

/**
 * A template with its fields filled in: `{{ .SchemaMarkdown }}`, `{{ tffile "examples/…" }}`, `{{ .Description | plainmarkdown }}`. An empty
 * one that has a line of its own takes the line with it.
 *
 * @throws DiagnosticError that names `where` and what does not work
 */
export function fillTemplate(template: string, fields: TemplateFields, files: Files, where: string): string {
  return template.replace(PLACE, (_all, before: string, expression: string, _after, breaks: string, at: number) => {
    const value = expression.startsWith('/*') ? '' : evaluate(expression, fields, files, where);
    const alone = at === 0 || template[at - 1] === '\n' || before.startsWith('\n');
    return value === '' && alone && breaks !== '' ? '' : value + breaks;
  });
}

const TOKEN = /\.[A-Za-z]+|"(?:[^"\\]|\\.)*"|`[^`]*`|\||[A-Za-z]+|\S+/g;

function evaluate(expression: string, fields: TemplateFields, files: Files, where: string): string {
  const refuse = (what: string, detail: string): never => {
    throw new DiagnosticError(`${where}: {{ ${expression} }} ${what}`, { detail });
  };
  const term = (token: string): string => {
    if (token.startsWith('"')) return JSON.parse(token) as string;
    if (token.startsWith('`')) return token.slice(1, -1);
    const value = token.startsWith('.') && Object.hasOwn(fields, token.slice(1)) ? fields[token.slice(1)] : undefined;
    const known = Object.keys(fields).map((name) => `.${name}`);
    return value ?? refuse(`has ${token}, which is not known here`, `Use ${known.join(', ')}.`);
  };
  return stages(expression).reduce<string | undefined>((piped, [head = '', ...rest]) => {
    const given = piped === undefined ? [] : [piped];
    if (!/^[A-Za-z]/.test(head)) {
      if (piped !== undefined || rest.length > 0) refuse('is not understood', 'A pipe leads into a function.');
      return term(head);
    }
    const known = Object.hasOwn(FUNCTIONS, head) ? FUNCTIONS[head] : undefined;
    if (!known) {
      return refuse(
        `has "${head}", which is not known here`,
        `Use ${Object.keys(FUNCTIONS).join(', ')}; .Examples and .Import are whole sections, and empty where there is nothing to show.`,
      );
    }
    const args = [...rest.map(term), ...given];
    return (
      known.call(args, files) ??
      refuse('leads to nothing', `${head} takes ${known.takes}; files are those of ${rootsOf(files)}.`)
    );
  }, undefined) as string;
}

/** The parts between the pipes, as words. */
function stages(expression: string): string[][] {
  const parts: string[][] = [[]];
  for (const [token] of expression.matchAll(TOKEN)) {
    if (token === '|') parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts;
}

function rootsOf(files: Files): string {
  const roots = [...new Set([...files.keys()].map((path) => `${path.split('/')[0]}/`))];
  return roots.join(' and ') || 'no folder, since none is there';
}
