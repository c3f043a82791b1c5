export { pollAfterMs } from './schedule.js';
export { type Lookup, Waiter, type Wish } from './waiter.js';
