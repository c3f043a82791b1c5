import type { Server } from '../../../kinds/index.js';
import type { CellContext, Observed } from '../../../runtime/driver/index.js';

/** What changes to a server need of the runtime: to wait. */
export type Waits = Pick<CellContext<typeof Server>, 'operation' | 'until'>;

/** A server as it was seen just before it is changed. */
export type Seen = Observed<typeof Server>;
