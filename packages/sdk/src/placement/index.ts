/** Where to put something: requirements, policy and objective in; choices, alternatives and the reasons against everything else out. */
export type { Placed } from './ask.js';
export { atFirst, type Passed } from './at-first.js';
export { distanceKm } from './cities.js';
export { exclusionLines } from './lines.js';
export { type PlaceInput, placeOffers } from './place.js';
export type { Choice, Exclusion, Placement, Problem, Reason } from './placement.js';
export { OBJECTIVES, type Objective, Requirements } from './requirements.js';
export { type Total, totalLines, type Uncounted, uncountedLine } from './total.js';
