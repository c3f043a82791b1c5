import type { Dynamic } from '../cty/dynamic.js';
import { isUnknown, type Unknown } from '../cty/unknown.js';
import { defineProvider } from '../framework/provider.js';
import { defineResource } from '../framework/resource.js';
import { attr } from '../framework/schema/builders.js';

type Data = Dynamic | null | Unknown;

const resource = defineResource<Data>()({
  schema: { attributes: { data: attr.dynamic({ computed: true, keepsPriorState: true }) } },
  async create(_input, { client }) {
    return { data: isUnknown(client) ? null : client };
  },
  read: async (state) => state,
  async delete() {},
});

/**
 * A provider that puts what it is configured with into the state, where a test can look at it: an ephemeral value can be given to a provider and
 * to hardly anything else. Never for a real secret.
 *
 * @example
 * await acceptance({
 *   provider, address, others: { 'example.com/kit/echo': echo },
 *   steps: [{
 *     config: `ephemeral "notes_token" "a" {}
 *       provider "echo" { data = ephemeral.notes_token.a.value }
 *       resource "echo" "a" {}`,
 *     check: (resources) => expect(resources.get('echo.a')?.data).toMatchObject({ value: 'x' }),
 *   }],
 * });
 */
export const echo = defineProvider({
  schema: { attributes: { data: attr.dynamic({ optional: true }) } },
  configure: ({ data }): Data => data,
  resources: { echo: resource },
});
