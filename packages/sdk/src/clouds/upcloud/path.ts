import { CloudError } from '../../errors/index.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A path of the API, with the ids that stand in it. UpCloud's are UUIDs; anything else is no thing that could be asked for: `../account`
 * would be another thing than was meant.
 *
 * @throws CloudError `invalid` when an id is none
 */
export function path(strings: TemplateStringsArray, ...ids: readonly string[]): string {
  for (const id of ids) if (!UUID.test(id)) throw wrongId(id);
  return String.raw({ raw: strings }, ...ids);
}

function wrongId(id: string): CloudError {
  return new CloudError('invalid', {
    attribute: ['id'],
    message: `"${id}" is no id of UpCloud, which are UUIDs`,
    next: [
      'use the UUID, for instance upcloud/00c4e1a2-…: `upctl server list` and its like show it in the first column',
    ],
  });
}
