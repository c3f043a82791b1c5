import { judge } from '../judge.js';
import { Api, type Operation } from '../openapi/api.js';
import { yamlDocument } from '../openapi/document.js';
import type { Json } from '../openapi/json.js';
import { closeObjects, nullableToType } from '../openapi/rewrite.js';
import type { Vendor } from '../vendor.js';
import { drift } from './drift.js';
import { securityGroups } from './security-groups.js';

const rewrite = (schema: Json): void => {
  nullableToType(schema);
  closeObjects(schema);
};

export function ionos(folder: string): Vendor {
  const document = yamlDocument('IONOS', `${folder}/ionos/cloudapi-v6-openapi-2023-02.yaml`, drift);
  const groups = securityGroups((name) => document.component(`#/components/schemas/${name}`));
  const dialect = { rewrite: { request: rewrite, response: rewrite } };
  const api = new Api(document, dialect);
  const apis = [api, new Api(groups, dialect)];
  // A refusal has the same form everywhere, also where no operation stands.
  const any = api.find('GET', '/datacenters') as Operation;
  return {
    cloud: 'ionos',
    operations: document.operations.length + groups.operations.length,
    judge: (exchange) =>
      judge(apis, exchange, exchange.path.split('?')[0] ?? '', (found) =>
        api.responseProblems(found && found.api === api ? found.operation : any, exchange),
      ),
  };
}
