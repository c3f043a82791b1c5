import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadClaims } from '@hansa/sdk/claims';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { readInput } from '../input/read.js';
import { assemble } from '../model/assemble.js';
import { PLAN, SECRET } from '../plan.fixture.js';
import { toCycloneDx } from './cyclonedx.js';

/** CycloneDX's own schema, as its library ships it. */
function schema(name: string): object {
  const folder = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

async function bom() {
  const input = readInput(Buffer.from(JSON.stringify(PLAN)));
  return toCycloneDx(
    assemble(input, { claims: await loadClaims(), generator: '@hansa/report 1.0.0', now: new Date() }),
  );
}

test('is valid CycloneDX 1.6', async () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  // Not among the formats of ajv: an IRI is a URI with letters of any script.
  ajv.addFormat('iri-reference', /^[^\s<>"{}|\\^`[\]]*$/);
  ajv.addFormat('idn-email', true);
  ajv.addSchema(schema('spdx.SNAPSHOT.schema.json'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json');
  ajv.addSchema(schema('jsf-0.82.SNAPSHOT.schema.json'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json');
  const validate = ajv.compile(schema('bom-1.6.SNAPSHOT.schema.json'));
  const made = await bom();
  validate(made);
  expect(validate.errors ?? []).toEqual([]);
  expect(validate({ ...made, services: [{ name: 1 }] })).toBe(false);
});

test('each resource is a service of whom the customer contracts with, with its evidence and the flow of its data', async () => {
  const made = (await bom()) as {
    services: { 'bom-ref': string; data: object[]; properties: { name: string; value: string }[] }[];
    dependencies: object[];
  };
  const [web] = made.services;
  expect(web).toMatchObject({
    'bom-ref': 'hansa_server.web[0]',
    provider: { name: 'Hetzner Online GmbH', address: { country: 'DE' } },
    group: 'server',
    externalReferences: expect.arrayContaining([expect.objectContaining({ type: 'evidence' })]),
  });
  expect(web?.properties).toEqual(
    expect.arrayContaining([
      { name: 'hansa:country', value: 'DE' },
      { name: 'hansa:costPerMonth', value: '5.49' },
    ]),
  );
  expect(made.services.find((one) => one['bom-ref'] === 'hansa_volume.data')?.data).toEqual([
    {
      flow: 'bi-directional',
      classification: 'unknown',
      source: ['#hansa_volume.data'],
      destination: ['#hansa_server.web%5B0%5D'],
    },
  ]);
  expect(made.dependencies).toContainEqual({ ref: 'hansa_volume.data', dependsOn: ['hansa_server.web[0]'] });
  expect(made.services.map((one) => one['bom-ref'])).not.toContain('hansa_ssh_key.me');
  expect(JSON.stringify(made)).not.toContain(SECRET);
});
