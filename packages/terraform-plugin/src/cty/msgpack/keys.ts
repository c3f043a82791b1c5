import type { Fields, Type } from '../type.js';
import { MsgpackWriter } from './writer.js';

/** An attribute's name as it stands in msgpack, before its value. */
export interface Key {
  readonly name: string;
  readonly type: Type;
  readonly bytes: Uint8Array;
}

const known = new WeakMap<Fields, readonly Key[]>();

/** The attributes of an object type in the order in which core writes them, made once: by name. */
export function keysOf(fields: Fields): readonly Key[] {
  let keys = known.get(fields);
  if (keys === undefined) {
    const writer = new MsgpackWriter();
    keys = Object.keys(fields)
      .sort()
      .map((name) => {
        writer.string(name);
        return { name, type: fields[name]!, bytes: writer.take() };
      });
    known.set(fields, keys);
  }
  return keys;
}
