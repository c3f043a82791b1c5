import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** An `@example` of a doc comment, and the file whose exports it may use. */
export interface Example {
  file: string;
  /** Name of what the comment belongs to. */
  of: string;
  /** The code, in which what a comment says of a value has become `check(value, said)`. */
  code: string;
}

/** A value at the beginning of a comment: `// 4`, `// 'web': its name`, `// { a: 1 }`. */
const SAID = /^\/\/\s*(null|undefined|true|false|-?\d+(?:\.\d+)?|'[^']*'|\[.*\]|\{.*\})(?=$|[:,;\s])/;

/** All examples in the doc comments below a folder, tests left out. */
export function examplesIn(folder: string): Example[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(test|fixture|gen)\.ts$|(^|\/)testing\//.test(name))
    .sort()
    .flatMap((name) => examplesOf(join(folder, name)));
}

function examplesOf(file: string): Example[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: Example[] = [];
  const visit = (node: ts.Node) => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.parent.parent !== node || tag.tagName.text !== 'example') continue;
      const name = (node as ts.NamedDeclaration).name?.getText() ?? 'default';
      found.push({ file, of: name, code: checked(ts.getTextOfJSDocComment(tag.comment) ?? '') });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The code with each value that a comment tells made into a check. */
function checked(code: string): string {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  const parts = source.statements.map((statement) => {
    const [comment] = ts.getTrailingCommentRanges(code, statement.end) ?? [];
    const [, said] = (comment && SAID.exec(code.slice(comment.pos, comment.end))) ?? [];
    if (!said || !ts.isExpressionStatement(statement)) return statement.getText();
    return `check(${statement.expression.getText()}, ${said});`;
  });
  return parts.join('\n');
}

/** Names that a file exports. */
export function exportsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].flatMap(([, name]) => name ?? []);
}
