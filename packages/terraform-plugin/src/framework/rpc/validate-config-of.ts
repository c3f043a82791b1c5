import type { ObjectValue } from '../../cty/value.js';
import type { GrpcCall } from '../../goplugin/grpc/service.js';
import type { Diagnostic, DynamicValue } from '../../protocol/value.gen.js';
import type { CallContext } from '../context.js';
import type { ProviderServer } from '../provider-server.js';
import type { Loadable, ProviderTypes } from '../provider-types.js';
import { validateConfig } from '../validate/validate-config.js';
import { decodeValue } from '../wire/values.js';

interface Validating {
  validate?(config: ObjectValue, context: CallContext): void | Promise<void>;
}

/** Checks one configuration: every attribute by itself, then the type as a whole. */
export async function validateConfigOf(
  server: ProviderServer,
  call: GrpcCall,
  find: (types: ProviderTypes) => Loadable<Validating>,
  wire: DynamicValue | undefined,
  options: Parameters<typeof validateConfig>[3] = {},
): Promise<{ diagnostics: Diagnostic[] }> {
  const { diagnostics } = await server.run(call, async (context, scope, types) => {
    const { schema, typeName, load } = find(types);
    scope.type = schema.type;
    scope.typeName = typeName;
    const config = decodeValue(schema.type, wire);
    if (!validateConfig(schema, config, context.diagnostics, options)) return;
    const { validate } = await load();
    await validate?.(config as ObjectValue, context);
  });
  return { diagnostics };
}
