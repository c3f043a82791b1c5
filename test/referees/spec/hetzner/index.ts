import { judge } from '../judge.js';
import { Api } from '../openapi/api.js';
import { jsonDocument } from '../openapi/document.js';
import type { Json } from '../openapi/json.js';
import { closeObjects, nullableToType } from '../openapi/rewrite.js';
import type { Vendor } from '../vendor.js';
import { drift } from './drift.js';

const rewrite = (schema: Json): void => {
  nullableToType(schema);
  closeObjects(schema);
};
export function hetzner(folder: string): Vendor {
  const document = jsonDocument('Hetzner', `${folder}/hetzner/hcloud-openapi-koestler.json`, drift);
  const api = new Api(document, { rewrite: { request: rewrite, response: rewrite } });
  // A refusal has the same form everywhere, also where no operation stands.
  const any = api.find('GET', '/servers');
  return {
    cloud: 'hetzner',
    operations: document.operations.length,
    judge: (exchange) =>
      judge([api], exchange, exchange.path.split('?')[0] ?? '', (found) =>
        api.responseProblems(found?.operation ?? any!, exchange),
      ),
  };
}
