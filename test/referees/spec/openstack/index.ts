import type { Recorded } from '../exchange.js';
import { judge } from '../judge.js';
import { Api } from '../openapi/api.js';
import { yamlDocument } from '../openapi/document.js';
import { type Json, walkSchemas } from '../openapi/json.js';
import { allowNull, closeObjects } from '../openapi/rewrite.js';
import type { Vendor } from '../vendor.js';
import { drift } from './drift.js';
import { pickBody } from './microversion.js';
import { refusalProblems } from './refusals.js';

/** By the type of the service in the catalogue; Neutron refuses what it does not know, and its description does not say so. */
const SERVICES: Record<string, { file: string; closed?: boolean }> = {
  compute: { file: 'compute-v2.96' },
  network: { file: 'network-v2', closed: true },
  volumev3: { file: 'block-storage-v3.70' },
  image: { file: 'image-v2.16' },
  identity: { file: 'identity-v3.14' },
};

export function openstack(folder: string): Vendor {
  const apis = new Map(
    Object.entries(SERVICES).map(([service, { file, closed }]) => {
      const document = yamlDocument(`OpenStack ${service}`, `${folder}/openstack/${file}.yaml`, drift);
      const request = (schema: Json) => {
        exclusiveNumbers(schema);
        if (closed) closeObjects(schema);
      };
      const pick = (schema: Json, exchange: Recorded, body: unknown) => pickBody(document, schema, exchange, body);
      return [service, new Api(document, { rewrite: { request, response }, pick })];
    }),
  );
  apis.set('block-storage', apis.get('volumev3')!);
  return {
    cloud: 'openstack',
    operations: [...new Set(apis.values())].flatMap(({ document }) => document.operations).length,
    judge(exchange) {
      const { status = 0, responseBody } = exchange;
      const { service, path } = placed(exchange);
      // A service's page about its versions stands above all that is described.
      if (/^\/?$/.test(path) && [200, 300].includes(status)) return { problems: [] };
      const api = apis.get(service);
      return judge(api ? [api] : [], exchange, path.split('?')[0] ?? '', () =>
        refusalProblems(service, status, responseBody),
      );
    },
  };
}

/** The service that was asked, and its own path: the emulator has all services below one address, each by its type. */
function placed({ service, path }: Recorded): { service: string; path: string } {
  if (service !== undefined) return { service, path };
  const [, first = ''] = path.split(/[/?]/);
  return { service: first, path: path.slice(first.length + 1) };
}

/**
 * The answers' schemas are made from the written documentation, which says neither what may be null nor how times are spelled, and lists
 * forms that overlap.
 */
function response(schema: Json): void {
  exclusiveNumbers(schema);
  walkSchemas(schema, (one) => {
    spelling(one);
    if (one['oneOf']) {
      one['anyOf'] = one['oneOf'];
      delete one['oneOf'];
    }
    for (const property of Object.values((one['properties'] as Record<string, Json> | undefined) ?? {}))
      allowNull(property);
  });
}

/** Times have no zone, ids no dashes where Keystone made them, and an empty string stands for no address or name. */
function spelling(schema: Json): void {
  const format = schema['format'];
  if (format === 'date-time') delete schema['format'];
  if (format === 'uuid') {
    delete schema['format'];
    schema['pattern'] = '^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$|^$';
  }
  if (!['ipv4', 'ipv6', 'hostname'].includes(String(format))) return;
  delete schema['format'];
  schema['anyOf'] = [{ format }, { const: '' }];
}

/** Some schemas are of draft 4, where a boolean says that the limit itself is outside. */
function exclusiveNumbers(schema: Json): void {
  walkSchemas(schema, (one) => {
    for (const [exclusive, limit] of [
      ['exclusiveMinimum', 'minimum'],
      ['exclusiveMaximum', 'maximum'],
    ] as const) {
      if (typeof one[exclusive] !== 'boolean') continue;
      if (one[exclusive] && typeof one[limit] === 'number') one[exclusive] = one[limit];
      else delete one[exclusive];
    }
  });
}
