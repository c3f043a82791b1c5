import { DiagnosticError } from '../diagnostics.js';
import type { ProviderServer } from '../provider-server.js';
import { encodeIdentity } from '../wire/identity.js';
import { readRaw } from '../wire/raw.js';
import type { Rpc } from './rpc.js';

export const upgradeResourceIdentity =
  (server: ProviderServer): Rpc<'upgradeResourceIdentity'> =>
  async ({ typeName, version, rawIdentity }, call) => {
    const { value, diagnostics, failed } = await server.run(call, async (context, _scope, { resources }) => {
      const { identity, load } = resources.get(typeName);
      if (identity === undefined) throw new DiagnosticError(`${typeName} has no identity`);
      const stored = readRaw(rawIdentity, 'identity');
      const current = identity.schema.version ?? 0;
      if (version === current) return encodeIdentity(identity, stored, context.diagnostics);
      if (version > current) {
        throw new DiagnosticError(`The identity of this ${typeName} was stored by a newer version of the provider`, {
          detail: `Its schema is version ${version}; this provider knows ${current}. Upgrade the provider.`,
        });
      }
      const resource = await load();
      if (resource.upgradeIdentity === undefined) {
        throw new DiagnosticError(`The identity of this ${typeName}, of version ${version}, cannot be upgraded`);
      }
      const upgraded = await resource.upgradeIdentity({ version, identity: stored }, context);
      return encodeIdentity(identity, upgraded, context.diagnostics);
    });
    return { ...(value && !failed ? { upgradedIdentity: value } : {}), diagnostics };
  };
