export type { Place, Scope } from './place.js';
export { covers, matchPlaces, placeName, resolvePlace } from './resolve.js';
