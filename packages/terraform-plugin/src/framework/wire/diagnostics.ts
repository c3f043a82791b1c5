import { formatPath, type Path, typePath } from '../../cty/path.js';
import type { Type } from '../../cty/type.js';
import * as wire from '../../protocol/value.gen.js';
import type { Diagnostic } from '../diagnostics.js';

/** Diagnostics as core shows them. Where the protocol cannot point all the way, the rest of the path is put in words. */
export function diagnosticsToWire(type: Type, diagnostics: readonly Diagnostic[]): wire.Diagnostic[] {
  return diagnostics.map(({ severity, summary, detail = '', at }) => {
    const attribute = at && at.length > 0 ? pathToWire(type, at) : undefined;
    const cut = at !== undefined && attribute !== undefined && attribute.steps.length < at.length;
    return {
      severity: severity === 'error' ? wire.Diagnostic_Severity.ERROR : wire.Diagnostic_Severity.WARNING,
      summary,
      detail: cut ? `${detail}${detail && '\n\n'}At ${formatPath(at)}.` : detail,
      attribute: attribute?.steps.length ? attribute : undefined,
    };
  });
}

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
