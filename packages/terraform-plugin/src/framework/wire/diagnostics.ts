import { formatPath, type Path, typePath } from '../../cty/path.js';
import type { Fields, Type } from '../../cty/type.js';
import * as wire from '../../protocol/value.gen.js';
import type { Diagnostic } from '../diagnostics.js';
import { isBlockType } from '../schema/compiled.js';

/** Diagnostics as core shows them. Where core cannot point all the way, the rest of the path is put in words. */
export function diagnosticsToWire(type: Type, diagnostics: readonly Diagnostic[]): wire.Diagnostic[] {
  return diagnostics.map(sound).map(({ severity, summary, detail, at }) => {
    const { steps } = pathToWire(type, at);
    const shown = steps.slice(0, reach(type, steps));
    const said = `${summary}\n${detail}`.includes(formatPath(at));
    return {
      severity: severity === 'error' ? wire.Diagnostic_Severity.ERROR : wire.Diagnostic_Severity.WARNING,
      summary,
      detail: shown.length < at.length && !said ? `${detail}${detail && '\n\n'}At ${formatPath(at)}.` : detail,
      attribute: shown.length > 0 ? { steps: shown } : undefined,
    };
  });
}

/** What is no diagnostic in spite of its type must not cost the reply, and with it the state of what was made. */
function sound({ severity, summary, detail, at }: Diagnostic): Required<Diagnostic> {
  return {
    severity: severity === 'warning' ? severity : 'error',
    summary: String(summary),
    detail: String(detail ?? ''),
    at: Array.isArray(at) ? at.filter((step) => typeof step === 'string' || typeof step === 'number') : [],
  };
}

/**
 * How many steps core can follow in the configuration: through blocks, an attribute, and one of its elements (its `ElaborateFromConfigBody`).
 * For a longer path it shows the head of the whole block and names no attribute at all.
 */
function reach(type: Type, steps: readonly wire.AttributePath_Step[]): number {
  let [here, into] = [type, 0];
  for (;;) {
    const step = steps[into]?.selector;
    const next = into + (ELEMENT.has(steps[into + 1]?.selector?.$case) ? 2 : 1);
    if (step?.$case !== 'attributeName' || here[0] !== 'object') return next;
    const field = (here[1] as Fields)[step.attributeName]!;
    if (!isBlockType(field)) return next;
    [here, into] = [(field[0] === 'object' ? field : field[1]) as Type, next];
  }
}

const ELEMENT: ReadonlySet<string | undefined> = new Set(['elementKeyInt', 'elementKeyString']);

export function pathToWire(type: Type, path: Path): wire.AttributePath {
  return {
    steps: typePath(type, path).map((step) => {
      if ('attribute' in step) return { selector: { $case: 'attributeName', attributeName: step.attribute } };
      if ('key' in step) return { selector: { $case: 'elementKeyString', elementKeyString: step.key } };
      return { selector: { $case: 'elementKeyInt', elementKeyInt: step.index } };
    }),
  };
}

/** The other way round, for a test that plays Terraform. */
export function pathFromWire(path: wire.AttributePath): Path {
  return path.steps.map(({ selector }) => {
    if (selector?.$case === 'attributeName') return selector.attributeName;
    if (selector?.$case === 'elementKeyString') return selector.elementKeyString;
    return selector?.elementKeyInt ?? '';
  });
}
