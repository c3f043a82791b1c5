import { CloudError } from '../../errors/index.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SAMPLE = '700e1cab-99b2-4c30-ba8c-1d273ddba022';

/** What stands in a data center: its id there, and the data center's. */
export interface Id {
  dc: string;
  id: string;
}

/** Takes `<data center>/<id>` apart. @throws CloudError `invalid` when it is no such id */
export function idOf(text: string): Id {
  const [dc = '', id = '', ...rest] = text.split('/');
  if (rest.length === 0 && UUID.test(dc) && UUID.test(id)) return { dc, id };
  throw wrongId(text, `<data center>/<id>, for instance ${SAMPLE}/${SAMPLE}`);
}

/** Takes `<data center>/<number of the LAN>` apart. @throws CloudError `invalid` when it is no such id */
export function lanIdOf(text: string): Id {
  const [dc = '', id = '', ...rest] = text.split('/');
  if (rest.length === 0 && UUID.test(dc) && /^\d+$/.test(id)) return { dc, id };
  throw wrongId(text, `<data center>/<number of the LAN>, for instance ${SAMPLE}/2`);
}

/** The id of what stands in no data center. @throws CloudError `invalid` when it is none */
export function globalIdOf(text: string): string {
  if (UUID.test(text)) return text;
  throw wrongId(text, `a uuid, for instance ${SAMPLE}`);
}

function wrongId(text: string, form: string): CloudError {
  return new CloudError('invalid', {
    attribute: ['id'],
    message: `"${text}" is no id of IONOS Cloud here`,
    next: [`use ${form}`],
  });
}
