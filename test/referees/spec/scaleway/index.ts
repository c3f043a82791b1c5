import { judge } from '../judge.js';
import { Api } from '../openapi/api.js';
import { yamlDocument } from '../openapi/document.js';
import { isObject, type Json, walkSchemas } from '../openapi/json.js';
import { closeObjects, nullableToType } from '../openapi/rewrite.js';
import type { Vendor } from '../vendor.js';
import { clientDocument } from './client-document.js';
import { drift } from './drift.js';
import { refusalProblems } from './refusals.js';

/** By the part of the path that tells the product: the vendor's file, and the version that the client knows. */
const PRODUCTS: Record<string, { file?: string; version: string }> = {
  instance: { file: 'instance.v1.Api', version: 'v1' },
  vpc: { file: 'vpc.v2.Api', version: 'v2' },
  iam: { file: 'iam.v1alpha1.Api', version: 'v1alpha1' },
  account: { file: 'account.v3.ProjectApi', version: 'v3' },
  marketplace: { file: 'marketplace.v2.Api', version: 'v2' },
  block: { version: 'v1' },
  ipam: { version: 'v1' },
  'product-catalog': { version: 'v2alpha1' },
};

const request = (schema: Json): void => {
  keyedMaps(schema);
  nullableToType(schema);
  closeObjects(schema);
};
const response = (schema: Json): void => {
  request(schema);
  carryEveryField(schema);
};

export function scaleway(folder: string): Vendor {
  const apis = new Map<string, Api[]>();
  for (const [product, { file, version }] of Object.entries(PRODUCTS)) {
    // The generated client describes what no file does: whole products, and operations that are younger than the files.
    const byClient = clientDocument(product, version, drift);
    const found = [new Api(byClient, { rewrite: { request: closeObjects, response: closeObjects } })];
    if (file) {
      const document = yamlDocument(`Scaleway ${product}`, `${folder}/scaleway/scaleway.${file}.yml`, drift);
      found.unshift(new Api(document, { rewrite: { request, response } }));
    }
    apis.set(product, found);
  }
  const all = [...apis.values()].flat().flatMap(({ document }) => document.operations);
  return {
    cloud: 'scaleway',
    operations: new Set(all.map((id) => id.replaceAll(/\{\w+\}/g, '{}'))).size,
    judge(exchange) {
      const { path, status = 0, responseBody } = exchange;
      const [plain = ''] = path.split('?');
      const refusal = () => refusalProblems(status, responseBody);
      return judge(apis.get(plain.split('/')[1] ?? '') ?? [], exchange, plain, refusal);
    },
  };
}

/** The descriptions write a map as an object with one property in angle brackets, `<volumeKey>`. */
function keyedMaps(schema: Json): void {
  walkSchemas(schema, (one) => {
    const [[key = '', value] = []] = Object.entries((one['properties'] as Json | undefined) ?? {});
    if (!key.startsWith('<')) return;
    one['additionalProperties'] = value;
    delete one['properties'];
  });
}

/** What a volume lacks where it is told as a part of a server, since it belongs to another API (recorded 2026-07). */
const FOREIGN = 'name export_uri organization server size creation_date modification_date project'.split(' ');

/** Answers carry every field of a message, also where it is empty; the descriptions list them as `x-properties-order`. */
function carryEveryField(schema: Json): void {
  walkSchemas(schema, (one) => {
    const names = one['x-properties-order'] as string[] | undefined;
    if (!names || !isObject(one['properties'])) return;
    const volume = names.includes('boot') && names.includes('volume_type');
    // The Instance API tells the total in a header.
    one['required'] = names.filter((name) => name !== 'total_count' && !(volume && FOREIGN.includes(name)));
  });
}
