export { chooseSize, fittingSizes, type Measure, measureOf, type SizeWish, satisfies, sizeNamed } from './choose.js';
export type { Architecture, Includes, NativeSize, Price } from './native-size.js';
export { formatScs, MANDATORY_FLAVOURS, parseScs, type ScsFlavour } from './scs.js';
export { scsName } from './scs-name.js';
