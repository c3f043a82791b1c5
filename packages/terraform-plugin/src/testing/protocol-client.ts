import { type Json, stringifyJson } from '../cty/json-text.js';
import { formatPath } from '../cty/path.js';
import type { Type } from '../cty/type.js';
import type { ObjectValue, Value } from '../cty/value.js';
import type { Diagnostic } from '../framework/diagnostics.js';
import { FunctionError } from '../framework/function.js';
import { pathFromWire } from '../framework/wire/diagnostics.js';
import { decodeValue } from '../framework/wire/values.js';
import type { GetResourceIdentitySchemas_Response } from '../protocol/identity.gen.js';
import type { GetProviderSchema_Response } from '../protocol/provider.gen.js';
import type { Schema } from '../protocol/schema.gen.js';
import {
  canonical,
  type Diagnosed,
  encode,
  type Found,
  fromWire,
  type Input,
  NONE,
  type Opened,
  type Planned,
  readType,
  type Stored,
  stored,
  timeOf,
} from './exchanged.js';
import type { CallOptions, GrpcClient } from './grpc-client.js';
import { proposedState } from './proposed-state.js';
import { type Rpcs, rpcsOver } from './rpcs.js';
import { attributesFrom, typeFromWire, withBlocks } from './wire-schema.js';

/**
 * Plays Terraform's part of the protocol with plain JS values: what is left out of a configuration is null. The
 * schemas come over the wire as well. `rpc` has every RPC with its wire messages.
 */
export class ProtocolClient {
  readonly rpc: Rpcs;
  #schemas: Promise<GetProviderSchema_Response> | undefined;
  #identities: Promise<GetResourceIdentitySchemas_Response> | undefined;

  constructor(readonly connection: GrpcClient) {
    this.rpc = rpcsOver(connection);
  }

  schemas(): Promise<GetProviderSchema_Response> {
    this.#schemas ??= this.rpc.getProviderSchema({});
    return this.#schemas;
  }

  async validateProvider(config: Input): Promise<readonly Diagnostic[]> {
    const { provider } = await this.schemas();
    const reply = await this.rpc.validateProviderConfig({ config: encodeConfig(provider, config) });
    return reply.diagnostics.map(fromWire);
  }

  async configure(config: Input = {}, terraformVersion = '1.11.4'): Promise<readonly Diagnostic[]> {
    const { provider } = await this.schemas();
    const clientCapabilities = { deferralAllowed: false, writeOnlyAttributesAllowed: true };
    const request = { config: encodeConfig(provider, config), terraformVersion, clientCapabilities };
    return (await this.rpc.configureProvider(request)).diagnostics.map(fromWire);
  }

  async validateResource(typeName: string, config: Input, writeOnlyAllowed = true): Promise<readonly Diagnostic[]> {
    const { schema } = await this.#resource(typeName);
    const clientCapabilities = { deferralAllowed: false, writeOnlyAttributesAllowed: writeOnlyAllowed };
    const request = { typeName, config: encodeConfig(schema, config), clientCapabilities };
    const reply = await this.rpc.validateResourceConfig(request);
    return reply.diagnostics.map(fromWire);
  }

  async validateDataSource(typeName: string, config: Input): Promise<readonly Diagnostic[]> {
    const schema = (await this.schemas()).dataSourceSchemas[typeName];
    const reply = await this.rpc.validateDataResourceConfig({ typeName, config: encodeConfig(schema, config) });
    return reply.diagnostics.map(fromWire);
  }

  /** Plans as core does: with the state that core would propose. `config` null plans a destroy. */
  async plan(
    typeName: string,
    config: Input | null,
    before?: Pick<Stored, 'state' | 'privateState'>,
  ): Promise<Planned> {
    const { type, schema } = await this.#resource(typeName);
    const written = config && (canonical(type, withBlocks(schema?.block, config)) as ObjectValue);
    const prior = before?.state ?? null;
    const reply = await this.rpc.planResourceChange({
      typeName,
      config: encode(type, written),
      priorState: encode(type, prior),
      proposedNewState: encode(type, proposedState(attributesFrom(schema?.block), written, prior)),
      priorPrivate: before?.privateState ?? NONE,
    });
    return {
      planned: decodeValue(type, reply.plannedState) as ObjectValue | null,
      replaces: reply.requiresReplace.map((path) => formatPath(pathFromWire(path))),
      privateState: reply.plannedPrivate,
      diagnostics: reply.diagnostics.map(fromWire),
      config: written,
      prior,
    };
  }

  async apply(
    typeName: string,
    plan: Omit<Planned, 'diagnostics' | 'replaces'>,
    options?: CallOptions,
  ): Promise<Stored> {
    const { type } = await this.#resource(typeName);
    const request = {
      typeName,
      config: encode(type, plan.config),
      priorState: encode(type, plan.prior),
      plannedState: encode(type, plan.planned),
      plannedPrivate: plan.privateState,
    };
    const reply = await this.rpc.applyResourceChange(request, options);
    return stored(type, reply.newState, reply.private, reply.diagnostics);
  }

  async read(typeName: string, { state, privateState }: Pick<Stored, 'state' | 'privateState'>): Promise<Stored> {
    const { type } = await this.#resource(typeName);
    const request = { typeName, currentState: encode(type, state), private: privateState };
    const reply = await this.rpc.readResource(request);
    return stored(type, reply.newState, reply.private, reply.diagnostics);
  }

  async import(typeName: string, id: string): Promise<Stored> {
    const { type } = await this.#resource(typeName);
    const reply = await this.rpc.importResourceState({ typeName, id });
    const [imported] = reply.importedResources;
    return stored(type, imported?.state, imported?.private ?? NONE, reply.diagnostics);
  }

  async upgrade(
    typeName: string,
    version: number,
    state: { [key: string]: Json },
  ): Promise<Omit<Stored, 'privateState'>> {
    const { type } = await this.#resource(typeName);
    const rawState = { json: Buffer.from(stringifyJson(state), 'utf8'), flatmap: {} };
    const reply = await this.rpc.upgradeResourceState({ typeName, version, rawState });
    return stored(type, reply.upgradedState, NONE, reply.diagnostics);
  }

  /** The configuration that Terraform would write for what was imported; undefined where there were errors. */
  async generateConfig(
    typeName: string,
    state: Input,
  ): Promise<Diagnosed & { readonly config: ObjectValue | undefined }> {
    const { type } = await this.#resource(typeName);
    const reply = await this.rpc.generateResourceConfig({ typeName, state: encode(type, state) });
    return {
      config: (decodeValue(type, reply.config) ?? undefined) as ObjectValue | undefined,
      diagnostics: reply.diagnostics.map(fromWire),
    };
  }

  async readDataSource(typeName: string, config: Input): Promise<Omit<Stored, 'privateState'>> {
    const schema = (await this.schemas()).dataSourceSchemas[typeName];
    const type = typeFromWire(schema);
    const reply = await this.rpc.readDataSource({ typeName, config: encodeConfig(schema, config) });
    return stored(type, reply.state, NONE, reply.diagnostics);
  }

  /** Calls a function with plain values. @throws FunctionError as the function did */
  async call(name: string, ...args: readonly unknown[]): Promise<Value> {
    const definition = (await this.schemas()).functions[name];
    if (definition === undefined) throw new TypeError(`there is no function ${name}`);
    const { parameters, variadicParameter, return: returns } = definition;
    const typeAt = (index: number) => readType((parameters[index] ?? variadicParameter)?.type);
    const reply = await this.rpc.callFunction({
      name,
      arguments: args.map((value, index) => encode(typeAt(index), value)),
    });
    if (reply.error) {
      const argument = reply.error.functionArgument;
      throw new FunctionError(reply.error.text, argument === undefined ? {} : { argument });
    }
    return decodeValue(readType(returns?.type), reply.result);
  }

  /** Opens an ephemeral resource; `close` it, and `renew` it at the time it says. */
  async open(typeName: string, config: Input = {}): Promise<Opened> {
    const schema = (await this.schemas()).ephemeralResourceSchemas[typeName];
    const type = typeFromWire(schema);
    const reply = await this.rpc.openEphemeralResource({ typeName, config: encodeConfig(schema, config) });
    let kept = reply.private;
    let renewAt = timeOf(reply.renewAt);
    const request = () => ({ typeName, ...(kept && { private: kept }) });
    return {
      state: decodeValue(type, reply.result) as ObjectValue | null,
      diagnostics: reply.diagnostics.map(fromWire),
      get renewAt() {
        return renewAt;
      },
      renew: async () => {
        const renewed = await this.rpc.renewEphemeralResource(request());
        kept = renewed.private;
        renewAt = timeOf(renewed.renewAt);
        return renewed.diagnostics.map(fromWire);
      },
      close: async () => (await this.rpc.closeEphemeralResource(request())).diagnostics.map(fromWire),
    };
  }

  /** The identity schema of a resource type, as a type; undefined where it has none. */
  async identityType(typeName: string): Promise<Type | undefined> {
    this.#identities ??= this.rpc.getResourceIdentitySchemas({});
    const schema = (await this.#identities).identitySchemas[typeName];
    if (schema === undefined) return undefined;
    return ['object', Object.fromEntries(schema.identityAttributes.map(({ name, type }) => [name, readType(type)]))];
  }

  async importByIdentity(typeName: string, identity: Input): Promise<Stored> {
    const { type } = await this.#resource(typeName);
    const identityData = encode(await this.#identityOf(typeName), identity);
    const reply = await this.rpc.importResourceState({ typeName, identity: { identityData } });
    const [imported] = reply.importedResources;
    return stored(type, imported?.state, imported?.private ?? NONE, reply.diagnostics);
  }

  /** Takes over the state of another type, as a `moved` block does. */
  async move(
    typeName: string,
    from: { readonly typeName: string; readonly provider?: string; readonly version?: number; readonly state: object },
  ): Promise<Omit<Stored, 'privateState'>> {
    const { type } = await this.#resource(typeName);
    const reply = await this.rpc.moveResourceState({
      sourceProviderAddress: from.provider ?? 'registry.terraform.io/example/other',
      sourceTypeName: from.typeName,
      sourceSchemaVersion: from.version ?? 0,
      sourceState: { json: Buffer.from(stringifyJson(from.state as Json), 'utf8'), flatmap: {} },
      targetTypeName: typeName,
    });
    return stored(type, reply.targetState, NONE, reply.diagnostics);
  }

  /** What `terraform query` would see. */
  async list(
    typeName: string,
    config: Input = {},
    { limit = 0, includeResource = false }: { limit?: number; includeResource?: boolean } = {},
  ): Promise<Diagnosed & { readonly found: readonly Found[] }> {
    const schema = (await this.schemas()).listResourceSchemas[typeName];
    const request = { typeName, config: encodeConfig(schema, config), includeResourceObject: includeResource, limit };
    const events = await this.rpc.listResource(request);
    const resource = await this.#resource(typeName);
    const identity = await this.#identityOf(typeName);
    const found = events
      .filter((event) => event.identity !== undefined)
      .map((event) => ({
        identity: decodeValue(identity, event.identity?.identityData) as ObjectValue,
        displayName: event.displayName,
        resource: decodeValue(resource.type, event.resourceObject) as ObjectValue | null,
      }));
    return { found, diagnostics: events.flatMap(({ diagnostic }) => diagnostic.map(fromWire)) };
  }

  /** Plans an action and does it. */
  async invoke(actionType: string, config: Input = {}): Promise<Diagnosed & { readonly progress: readonly string[] }> {
    const schema = (await this.schemas()).actionSchemas[actionType]?.schema;
    const request = { actionType, config: encodeConfig(schema, config) };
    const planned = (await this.rpc.planAction(request)).diagnostics.map(fromWire);
    if (planned.some(({ severity }) => severity === 'error')) return { diagnostics: planned, progress: [] };
    const events = await this.rpc.invokeAction(request);
    const progress = events.flatMap(({ type: event }) => (event?.$case === 'progress' ? [event.progress.message] : []));
    const done = events.flatMap(({ type: event }) => (event?.$case === 'completed' ? event.completed.diagnostics : []));
    return { diagnostics: [...planned, ...done.map(fromWire)], progress };
  }

  stop(): Promise<unknown> {
    return this.rpc.stopProvider({});
  }

  async #identityOf(typeName: string): Promise<Type> {
    const type = await this.identityType(typeName);
    if (type === undefined) throw new TypeError(`${typeName} has no identity`);
    return type;
  }

  async #resource(typeName: string): Promise<{ type: Type; schema: Schema | undefined }> {
    const schema = (await this.schemas()).resourceSchemas[typeName];
    return { type: typeFromWire(schema), schema };
  }
}

function encodeConfig(schema: Schema | undefined, config: Input) {
  return encode(typeFromWire(schema), withBlocks(schema?.block, config));
}
