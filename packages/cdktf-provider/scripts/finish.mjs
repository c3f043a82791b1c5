/** What is done to a generated file: the generators' output does not pass this repository's compiler settings, and it leaves things out. */
export function finish(source, description) {
  return `${overrides(describe(source, description))
    .replace(/[ \t]+$/gm, '')
    .trimEnd()}\n`;
}

/** Puts a resource's own description, which the generators leave out, before "Represents a …" in the comment of its class. */
function describe(source, description) {
  const opening = /\/\*\*\n\* Represents a /g;
  const found = source.match(opening)?.length ?? 0;
  if (found !== 1) throw new Error(`expected one class comment, found ${found}`);
  const lines = description.replaceAll('*/', '*\\/').split('\n');
  return source.replace(
    opening,
    () => `/**\n${lines.map((line) => `* ${line}`.trimEnd()).join('\n')}\n*\n* Represents a `,
  );
}

/** Says `override` where `noImplicitOverride` wants it. What this misses, the compiler finds. */
function overrides(source) {
  return source
    .replace(/^( {2}protected) (synthesize(?:Hcl)?Attributes\()/gm, '$1 override $2')
    .replace(/^( {2}public) ([gs]et alias\()/gm, '$1 override $2')
    .replace(
      /constructor\(protected (terraformResource: .*), protected (.*), protected (.*)\)/g,
      'constructor($1, $2, $3)',
    );
}
