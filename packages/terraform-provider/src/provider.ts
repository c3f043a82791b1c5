import {
  defineProvider,
  type LazyDataSource,
  type LazyResource,
  type Provider,
  whollyKnown,
} from '@hansa/terraform-plugin';
import type { Client } from './configure/client.js';
import type { Surroundings } from './configure/surroundings.js';
import { validateClouds } from './configure/validate.js';
import { typeName } from './names.js';
import { generated } from './schema/generated.js';

const kinds = Object.entries(generated.kinds);

const placement: LazyResource<Client> = {
  schema: generated.placement,
  load: async () => (await import('./placement/index.js')).placementResource(generated.placement),
};

/**
 * The provider in given surroundings, for a test that serves it in its own process: on a clock that it shares with an emulator, waiting for a
 * cloud takes no time.
 *
 * @example
 * const clock = jumpingClock();
 * const emulator = await startEmulator({ clock });
 * const surroundings = { clock, env: emulator.env };
 * const running = await serveInProcess(providerIn(surroundings), { address: 'registry.terraform.io/hansa/hansa' });
 */
export const providerIn = (surroundings: Surroundings): Provider =>
  defineProvider({
    schema: generated.provider,
    validate: async (config, context) => {
      validateClouds(config, generated.drivers, context);
      const { policy = null, claims = null } = config;
      if ((policy === null && claims === null) || !whollyKnown(policy) || !whollyKnown(claims)) return;
      await (await import('./configure/policy.js')).validatePolicy(config, context.diagnostics);
    },
    configure: async (config, context): Promise<Client> =>
      (await import('./configure/configure.js')).configure(config, context, surroundings),
    diagnose: async (error, { typeName }) => (await import('./diagnostics/diagnose.js')).diagnose(error, typeName),
    resources: {
      ...Object.fromEntries(
        kinds.map(([name, { resource }]): [string, LazyResource<Client>] => [
          typeName(name),
          { schema: resource, load: async () => (await import('./resource/index.js')).resourceOf(name, resource) },
        ]),
      ),
      [typeName('placement')]: placement,
    },
    dataSources: Object.fromEntries(
      kinds.map(([name, { dataSource }]): [string, LazyDataSource<Client>] => [
        typeName(name),
        {
          schema: dataSource,
          load: async () => (await import('./data-source/index.js')).dataSourceOf(name, dataSource),
        },
      ]),
    ),
  });

/**
 * The provider: every kind of the SDK as a resource and a data source. Schemas are data; the SDK is loaded when something is first
 * validated, configured or read, since Terraform starts a provider several times a command and often only for its schema.
 */
export const provider: Provider = providerIn({});
