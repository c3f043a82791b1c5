/** What a driver is made of: for clouds that live outside of this package. */
export type { Catalogue } from './kinds/model/index.js';
export * from './runtime/driver/index.js';
export {
  chain,
  type HttpRequest,
  type HttpResponse,
  isRepeatable,
  type Link,
  type Send,
} from './runtime/transport/index.js';
