import type { Json } from './json.js';

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly explode?: boolean;
  readonly schema?: Json;
}

/** The value that texts stand for, by the parameter's type; the text itself where it is no such value. */
export function valueOfTexts(texts: readonly string[], { schema = {}, explode }: Parameter): unknown {
  if (schema['type'] === 'array') {
    const items = (schema['items'] as Json | undefined) ?? {};
    return (explode === false ? texts.flatMap((text) => text.split(',')) : texts).map((text) => scalar(text, items));
  }
  return texts.length > 1 ? texts : scalar(texts[0] ?? '', schema);
}

function scalar(text: string, { type }: Json): unknown {
  const types = [type].flat();
  if ((types.includes('integer') || types.includes('number')) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (types.includes('boolean') && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text;
}
