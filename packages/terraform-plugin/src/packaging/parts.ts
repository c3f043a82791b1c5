import type * as Esbuild from 'esbuild';
import { LATE_END, LATE_START, LOADER, MARK, PARAMETERS } from './parts-loader.js';

/** What esbuild makes of a program when it splits it, its own part named `entry`. */
export type Split = Esbuild.BuildResult<{ metafile: true; write: false }>;

interface Part {
  readonly code: string;
  readonly late: boolean;
  /** Whether it was CommonJS: esbuild exports that as `default` and nothing else. */
  readonly commonJs: boolean;
}

/**
 * Puts what was split into one file again, in which that stands as a comment which the program imports later (`import('./provider.js')`). It
 * becomes code when it is wanted: Node looks at every letter of a program before it runs any of it, but skips comments, and the client of
 * a cloud easily has a megabyte.
 */
export async function joinParts(split: Split, toCommonJs: (code: string) => Promise<string>): Promise<string> {
  const parts = partsOf(split);
  const numbers = new Map([...parts.keys()].map((id, number) => [id, number]));
  let text = '#!/usr/bin/env node\n"use strict";const parts=[\n';
  for (const { code, late } of parts.values()) {
    const body = called(await toCommonJs(numbered(code, numbers)), [...parts.values()]).trimEnd();
    const line = text.split('\n').length;
    text += late ? `[${line},${LATE_START}${hidden(body)}${LATE_END}],\n` : `(function(${PARAMETERS}){\n${body}\n}),\n`;
  }
  return `${text}];\n${LOADER}\n`;
}

/** All parts in the order in which they are wanted, which is the same wherever the source lies. */
function partsOf({ metafile, outputFiles }: Split): Map<string, Part> {
  const idOf = (path: string) => `./${path.split(/[\\/]/).at(-1)}`;
  const code = new Map(outputFiles.map(({ path, text }) => [idOf(path), text]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [idOf(path), output]));
  const parts = new Map<string, Part>();
  const visit = (id: string, late: boolean): void => {
    const before = parts.get(id);
    if (before && (late || !before.late)) return;
    const { imports, entryPoint = '' } = outputs.get(id)!;
    parts.set(id, { code: code.get(id)!, late, commonJs: metafile.inputs[entryPoint]?.format === 'cjs' });
    const inner = imports.filter(({ external }) => !external);
    for (const { path, kind } of inner) if (kind !== 'dynamic-import') visit(idOf(path), late);
    for (const { path, kind } of inner) if (kind === 'dynamic-import') visit(idOf(path), true);
  };
  visit('./entry.js', false);
  return parts;
}

/** Parts by their numbers: esbuild's names tell of where the source lies. */
function numbered(code: string, numbers: ReadonlyMap<string, number>): string {
  return code.replaceAll(/"(\.\/[\w.-]+)"/g, (all, id) => (numbers.has(id) ? `"${PART}${numbers.get(id)}"` : all));
}

/** In place of what asks Node for a module. */
function called(code: string, parts: readonly Part[]): string {
  const call = (name: string) => (_: string, number: string) => {
    const { commonJs } = parts[Number(number)]!;
    return `${name}(${number}${commonJs && name === '$later' ? ',1' : ''})`;
  };
  return code
    .replaceAll(new RegExp(`\\brequire\\("${PART}(\\d+)"\\)`, 'g'), call('$part'))
    .replaceAll(new RegExp(`\\bimport\\("${PART}(\\d+)"\\)`, 'g'), call('$later'));
}

const PART = 'part:';

/** The two letters that end a comment stand in code too, in patterns and texts. */
function hidden(code: string): string {
  return code.replaceAll(MARK, `${MARK}0`).replaceAll('*/', `*${MARK}1`);
}
