import { type CloudError, type Hansa, isCloudError } from '@hansa/sdk';
import type { Placed, Problem, Requirements } from '@hansa/sdk/placement';
import {
  DiagnosticError,
  type ObjectValue,
  type Path,
  type Resource,
  type Schema,
  whollyKnown,
} from '@hansa/terraform-plugin';
import type { Client } from '../configure/client.js';
import { policyOf } from '../configure/settings.js';
import { dataDiagnostic } from '../diagnostics/index.js';
import { dataToModel } from '../values/index.js';
import { outputsOf } from './outputs.js';

/**
 * `hansa_placement`: chosen when it is planned, and kept in the state. Nothing is read again and nothing is there to be deleted, so that no
 * new price and no new claim moves what stands.
 */
export function placementResource(schema: Schema): Resource<Schema, Client> {
  return {
    schema,
    plan: async ({ config, changed }, { client }) => {
      if (!changed || !whollyKnown(config)) return undefined;
      return outputsOf(await choose(client.hansa, schema, config));
    },
    // What stood in other resources is known by now.
    create: async ({ config, plan }, { client }) => settled(client.hansa, schema, config, plan),
    update: async ({ config, plan }, { client }) => settled(client.hansa, schema, config, plan),
    read: async (state) => state,
    delete: async () => {},
  };
}

/** What was planned, or where that could not be, chosen now. */
async function settled(hansa: Hansa, schema: Schema, config: ObjectValue, plan: ObjectValue): Promise<ObjectValue> {
  return whollyKnown(plan) ? plan : outputsOf(await choose(hansa, schema, config));
}

async function choose(hansa: Hansa, { attributes }: Schema, config: ObjectValue): Promise<Placed> {
  const { requirements = null, policy = null } = config;
  const model = attributes['requirements'];
  const wanted = dataToModel(model && 'nested' in model ? model.attributes : {}, (requirements ?? {}) as ObjectValue);
  try {
    const placed = await hansa.place({
      ...(wanted as Requirements),
      ...(policy === null ? {} : { policy: policyOf(policy as ObjectValue) }),
    });
    if (placed.problem) throw nowhere(placed.problem);
    return placed;
  } catch (error) {
    throw isCloudError(error) ? told(error) : error;
  }
}

function nowhere({ because, details, next }: Problem): DiagnosticError {
  const steps = next.map((step) => `  - ${step}`);
  const detail = [details.join('\n'), `What to do:\n${steps.join('\n')}`].filter((part) => part !== '').join('\n\n');
  return new DiagnosticError(because, { detail, at: ['requirements'] });
}

/** At the attribute to blame; what blames none is about all that is required. */
function told(error: CloudError): DiagnosticError {
  const at = (path: Path) => (path[0] === 'policy' ? path : ['requirements', ...path]);
  const { summary, ...details } = dataDiagnostic(error, at);
  return new DiagnosticError(summary, details);
}
