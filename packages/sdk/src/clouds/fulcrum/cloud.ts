import { createHash } from 'node:crypto';
import { KINDS } from '../../kinds/index.js';
import { defineCloud } from '../../runtime/driver/index.js';
import { FulcrumApi } from './api.js';
import { serviceCell } from './cell.js';
import { FulcrumConfig } from './config.js';
import { withToken } from './core/connect.js';
import { CoreApi } from './core/core-api.js';
import { refusal } from './core/errors.js';
import { CORE_LIMITS } from './core/limits.js';
import { jobLookup } from './jobs.js';
import { findCredentials, selectionOf } from './selection.js';

/** A Fulcrum federation, through one of its agents: every kind is a service, whatever cloud the agent drives. */
export const fulcrum = defineCloud<FulcrumApi, FulcrumConfig>({
  id: 'fulcrum',
  title: 'Fulcrum federation',
  config: FulcrumConfig,
  secrets: ['token'],
  emulatorPath: '/fulcrum',
  accountSettings: ['token', 'participant', 'agent'],
  limits: CORE_LIMITS,
  intermediary: {
    because: "the cloud of the agent decides, and tells its places, sizes and images by the agent's catalogue",
    behind: (api) => api.behind,
    isSetUp: (env) => env['FULCRUM_URL'] !== undefined,
  },

  async connect({ config, env, clock, transport }) {
    const { url, token } = findCredentials(config, env);
    const account = createHash('sha256').update(`${url}\n${token}`).digest('hex');
    return new FulcrumApi(new CoreApi(withToken(transport, url, token), clock), selectionOf(config, env), account);
  },

  // Two tokens of one participant pass for two.
  account: (api) => api.account,

  refusal,
  places: async (api) => (await api.catalogue()).places,
  defaultRegion: ({ config }) => config.region,
  sizes: async (api, { id }) => (await api.catalogue()).sizes[id] ?? [],
  images: async (api, { id }) => (await api.catalogue()).images[id] ?? [],
  probes: { job: { batch: 50, poll: (api, keys) => jobLookup(api.core).look(keys) } },
  cells: Object.fromEntries(KINDS.map((kind) => [kind.name, serviceCell(kind)])),
});
