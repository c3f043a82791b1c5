export type { Place, Scope } from './place.js';
export { covers, matchPlaces, placeName, resolvePlace } from './resolve.js';
export type { Spot } from './spot.js';
