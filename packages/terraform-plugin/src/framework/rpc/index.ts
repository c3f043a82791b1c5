import { type Route, routesOf } from '../../goplugin/grpc/service.js';
import { ProviderDefinition } from '../../protocol/provider.gen.js';
import type { ProviderServer } from '../provider-server.js';
import { applyResourceChange } from './apply-resource-change.js';
import { configureProvider } from './configure-provider.js';
import { getMetadata } from './get-metadata.js';
import { getProviderSchema } from './get-provider-schema.js';
import { importResourceState } from './import-resource-state.js';
import { planResourceChange } from './plan-resource-change.js';
import { readDataSource } from './read-data-source.js';
import { readResource } from './read-resource.js';
import { stopProvider } from './stop-provider.js';
import { upgradeResourceState } from './upgrade-resource-state.js';
import { validateDataResourceConfig } from './validate-data-resource-config.js';
import { validateProviderConfig } from './validate-provider-config.js';
import { validateResourceConfig } from './validate-resource-config.js';

/** The provider service, one RPC a file. An RPC that is not here answers gRPC status 12, which core understands. */
export function providerRoutes(server: ProviderServer): [string, Route][] {
  return routesOf(ProviderDefinition, {
    getMetadata: getMetadata(server),
    getProviderSchema: getProviderSchema(server),
    validateProviderConfig: validateProviderConfig(server),
    configureProvider: configureProvider(server),
    validateResourceConfig: validateResourceConfig(server),
    validateDataResourceConfig: validateDataResourceConfig(server),
    upgradeResourceState: upgradeResourceState(server),
    readResource: readResource(server),
    planResourceChange: planResourceChange(server),
    applyResourceChange: applyResourceChange(server),
    importResourceState: importResourceState(server),
    readDataSource: readDataSource(server),
    stopProvider: stopProvider(server),
  });
}
