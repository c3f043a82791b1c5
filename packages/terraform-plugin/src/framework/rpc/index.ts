import { type Route, routesOf } from '../../goplugin/grpc/service.js';
import { ProviderDefinition } from '../../protocol/provider.gen.js';
import type { ProviderServer } from '../provider-server.js';
import { applyResourceChange } from './apply-resource-change.js';
import { callFunction } from './call-function.js';
import { closeEphemeralResource } from './close-ephemeral-resource.js';
import { configureProvider } from './configure-provider.js';
import { generateResourceConfig } from './generate-resource-config.js';
import { getFunctions } from './get-functions.js';
import { getMetadata } from './get-metadata.js';
import { getProviderSchema } from './get-provider-schema.js';
import { getResourceIdentitySchemas } from './get-resource-identity-schemas.js';
import { importResourceState } from './import-resource-state.js';
import { invokeAction } from './invoke-action.js';
import { listResource } from './list-resource.js';
import { moveResourceState } from './move-resource-state.js';
import { openEphemeralResource } from './open-ephemeral-resource.js';
import { planAction } from './plan-action.js';
import { planResourceChange } from './plan-resource-change.js';
import { readDataSource } from './read-data-source.js';
import { readResource } from './read-resource.js';
import { renewEphemeralResource } from './renew-ephemeral-resource.js';
import { stopProvider } from './stop-provider.js';
import { upgradeResourceIdentity } from './upgrade-resource-identity.js';
import { upgradeResourceState } from './upgrade-resource-state.js';
import { validateActionConfig } from './validate-action-config.js';
import { validateDataResourceConfig } from './validate-data-resource-config.js';
import { validateEphemeralResourceConfig } from './validate-ephemeral-resource-config.js';
import { validateListResourceConfig } from './validate-list-resource-config.js';
import { validateProviderConfig } from './validate-provider-config.js';
import { validateResourceConfig } from './validate-resource-config.js';

/** The provider service, one RPC a file. An RPC that is not here answers gRPC status 12, which core understands. */
export function providerRoutes(server: ProviderServer): [string, Route][] {
  return routesOf(ProviderDefinition, {
    getMetadata: getMetadata(server),
    getProviderSchema: getProviderSchema(server),
    getResourceIdentitySchemas: getResourceIdentitySchemas(server),
    getFunctions: getFunctions(server),
    callFunction: callFunction(server),
    validateProviderConfig: validateProviderConfig(server),
    configureProvider: configureProvider(server),
    validateResourceConfig: validateResourceConfig(server),
    upgradeResourceState: upgradeResourceState(server),
    upgradeResourceIdentity: upgradeResourceIdentity(server),
    moveResourceState: moveResourceState(server),
    importResourceState: importResourceState(server),
    generateResourceConfig: generateResourceConfig(server),
    readResource: readResource(server),
    planResourceChange: planResourceChange(server),
    applyResourceChange: applyResourceChange(server),
    validateDataResourceConfig: validateDataResourceConfig(server),
    readDataSource: readDataSource(server),
    validateEphemeralResourceConfig: validateEphemeralResourceConfig(server),
    openEphemeralResource: openEphemeralResource(server),
    renewEphemeralResource: renewEphemeralResource(server),
    closeEphemeralResource: closeEphemeralResource(server),
    validateListResourceConfig: validateListResourceConfig(server),
    listResource: listResource(server),
    validateActionConfig: validateActionConfig(server),
    planAction: planAction(server),
    invokeAction: invokeAction(server),
    stopProvider: stopProvider(server),
  });
}
