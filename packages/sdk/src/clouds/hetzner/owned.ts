import { OWNER_LABEL } from '../../runtime/change/owner.js';
import type { ListFilter } from '../../runtime/driver/index.js';
import type { HttpRequest } from '../../runtime/transport/http.js';

/** Query of a list: by owner where one is asked for, oldest first so that pages do not shift while things are made. */
export function owned({ owner }: ListFilter): HttpRequest['query'] {
  return { sort: 'id:asc', ...(owner === undefined ? {} : { label_selector: `${OWNER_LABEL}=${owner}` }) };
}
