export { FulcrumAgent } from './agent.js';
export type { AgentOptions, Happening } from './options.js';
export { type BootstrapOptions, type Bootstrapped, bootstrap } from './setup/bootstrap.js';
export { doctor, type Finding } from './setup/doctor.js';
export { tagsOf } from './tags.js';
