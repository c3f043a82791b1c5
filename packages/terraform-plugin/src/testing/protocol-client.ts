import { conform } from '../cty/conform.js';
import { type Json, stringifyJson } from '../cty/json-text.js';
import { formatPath, type Path } from '../cty/path.js';
import type { Type } from '../cty/type.js';
import type { ObjectValue, Value } from '../cty/value.js';
import type { Diagnostic } from '../framework/diagnostics.js';
import { pathFromWire } from '../framework/wire/diagnostics.js';
import { decodeValue, encodeValue } from '../framework/wire/values.js';
import type { GetProviderSchema_Response } from '../protocol/provider.gen.js';
import type { Schema } from '../protocol/schema.gen.js';
import { Diagnostic_Severity, type Diagnostic as WireDiagnostic } from '../protocol/value.gen.js';
import type { CallOptions, GrpcClient } from './grpc-client.js';
import { proposedState } from './proposed-state.js';
import { type Rpcs, rpcsOver } from './rpcs.js';
import { typeFromWire } from './wire-schema.js';

const NONE = new Uint8Array(0);

export interface Diagnosed {
  readonly diagnostics: readonly Diagnostic[];
}
export interface Stored extends Diagnosed {
  readonly state: ObjectValue | null;
  readonly privateState: Uint8Array;
}
export interface Planned extends Diagnosed {
  readonly planned: ObjectValue | null;
  readonly replaces: readonly string[];
  readonly privateState: Uint8Array;
  readonly config: ObjectValue | null;
  readonly prior: ObjectValue | null;
}
type Input = { readonly [name: string]: unknown };

/**
 * Plays Terraform's part of the protocol with plain JS values: what is left out of a configuration is null. The
 * schemas come over the wire as well. `rpc` has every RPC with its wire messages.
 */
export class ProtocolClient {
  readonly rpc: Rpcs;
  #schemas: Promise<GetProviderSchema_Response> | undefined;

  constructor(readonly connection: GrpcClient) {
    this.rpc = rpcsOver(connection);
  }

  schemas(): Promise<GetProviderSchema_Response> {
    this.#schemas ??= this.rpc.getProviderSchema({});
    return this.#schemas;
  }

  async validateProvider(config: Input): Promise<readonly Diagnostic[]> {
    const type = typeFromWire((await this.schemas()).provider);
    const reply = await this.rpc.validateProviderConfig({ config: encode(type, config) });
    return reply.diagnostics.map(fromWire);
  }

  async configure(config: Input = {}, terraformVersion = '1.11.4'): Promise<readonly Diagnostic[]> {
    const type = typeFromWire((await this.schemas()).provider);
    const clientCapabilities = { deferralAllowed: false, writeOnlyAttributesAllowed: true };
    const request = { config: encode(type, config), terraformVersion, clientCapabilities };
    return (await this.rpc.configureProvider(request)).diagnostics.map(fromWire);
  }

  async validateResource(typeName: string, config: Input, writeOnlyAllowed = true): Promise<readonly Diagnostic[]> {
    const { type } = await this.#resource(typeName);
    const clientCapabilities = { deferralAllowed: false, writeOnlyAttributesAllowed: writeOnlyAllowed };
    const reply = await this.rpc.validateResourceConfig({ typeName, config: encode(type, config), clientCapabilities });
    return reply.diagnostics.map(fromWire);
  }

  async validateDataSource(typeName: string, config: Input): Promise<readonly Diagnostic[]> {
    const type = typeFromWire((await this.schemas()).dataSourceSchemas[typeName]);
    const reply = await this.rpc.validateDataResourceConfig({ typeName, config: encode(type, config) });
    return reply.diagnostics.map(fromWire);
  }

  /** Plans as core does: with the state that core would propose. `config` null plans a destroy. */
  async plan(
    typeName: string,
    config: Input | null,
    before?: Pick<Stored, 'state' | 'privateState'>,
  ): Promise<Planned> {
    const { type, schema } = await this.#resource(typeName);
    const written = config && (canonical(type, config) as ObjectValue);
    const prior = before?.state ?? null;
    const reply = await this.rpc.planResourceChange({
      typeName,
      config: encode(type, written),
      priorState: encode(type, prior),
      proposedNewState: encode(type, proposedState(schema?.block?.attributes ?? [], written, prior)),
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

  async readDataSource(typeName: string, config: Input): Promise<Omit<Stored, 'privateState'>> {
    const type = typeFromWire((await this.schemas()).dataSourceSchemas[typeName]);
    const reply = await this.rpc.readDataSource({ typeName, config: encode(type, config) });
    return stored(type, reply.state, NONE, reply.diagnostics);
  }

  stop(): Promise<unknown> {
    return this.rpc.stopProvider({});
  }

  async #resource(typeName: string): Promise<{ type: Type; schema: Schema | undefined }> {
    const schema = (await this.schemas()).resourceSchemas[typeName];
    return { type: typeFromWire(schema), schema };
  }
}

function canonical(type: Type, input: unknown): Value {
  return conform(type, input, ({ at, message }: { at: Path; message: string }) => {
    throw new TypeError(`${formatPath(at)} ${message}`);
  });
}

function encode(type: Type, input: unknown) {
  return encodeValue(type, canonical(type, input));
}

function stored(
  type: Type,
  state: Parameters<typeof decodeValue>[1],
  privateState: Uint8Array,
  diagnostics: readonly WireDiagnostic[],
): Stored {
  const value = decodeValue(type, state) as ObjectValue | null;
  return { state: value, privateState, diagnostics: diagnostics.map(fromWire) };
}

function fromWire({ severity, summary, detail, attribute }: WireDiagnostic): Diagnostic {
  return {
    severity: severity === Diagnostic_Severity.WARNING ? 'warning' : 'error',
    summary,
    ...(detail && { detail }),
    ...(attribute && { at: pathFromWire(attribute) }),
  };
}
