/** All that is asked of a core, in an order in which each part has what it stands on. */
export { agents, types } from './catalogue.js';
export { jobs } from './jobs.js';
export { more } from './more.js';
export { access, people } from './people.js';
export { services } from './services.js';
