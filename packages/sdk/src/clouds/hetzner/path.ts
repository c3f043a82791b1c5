import { CloudError } from '../../errors/index.js';

/**
 * A path of the API, with the ids that stand in it. Hetzner's are numbers; anything else is no thing that could be asked for: a name
 * would be answered as a thing that is gone, and `../networks/5` as another thing than was meant.
 *
 * @throws CloudError `invalid` when an id is none
 */
export function path(strings: TemplateStringsArray, ...ids: readonly (string | number)[]): string {
  for (const id of ids) if (!/^\d+$/.test(String(id))) throw wrongId(String(id));
  return String.raw({ raw: strings }, ...ids);
}

function wrongId(id: string): CloudError {
  return new CloudError('invalid', {
    attribute: ['id'],
    message: `"${id}" is no id of Hetzner, which are numbers`,
    next: ['use the number, for instance hetzner/4711: `hcloud server list` and its like show it in the column ID'],
  });
}
