import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadClaims } from '@hansa/sdk/claims';
import type { Policy } from '@hansa/sdk/policy';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { readInput } from '../input/read.js';
import { assemble } from '../model/assemble.js';
import { MOVING } from '../moving.fixture.js';
import { PLAN, SECRET } from '../plan.fixture.js';
import { toCycloneDx } from './cyclonedx.js';

/** CycloneDX's own schema, as its library ships it. */
function schema(name: string): object {
  const folder = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

async function bom(plan: object = PLAN, policy: Policy | null = null) {
  const input = readInput(Buffer.from(JSON.stringify(plan)));
  return toCycloneDx(
    assemble(input, { claims: await loadClaims(), policy, generator: '@hansa/report 1.0.0', now: new Date() }),
  );
}

const POLICY: Policy = {
  countries: ['DE'],
  control: { countries: ['EU'], statements: ['third-party-assessment'] },
  customerKeys: ['server'],
};

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
  for (const one of [made, await bom(MOVING), await bom(MOVING, POLICY)]) {
    validate(one);
    expect(validate.errors ?? []).toEqual([]);
  }
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

test('a service that may move says where to, with the evidence of each place, and is judged by the worst of them', async () => {
  const { services } = (await bom(MOVING, POLICY)) as {
    services: {
      'bom-ref': string;
      externalReferences: { type: string; url: string; comment: string }[];
      properties: { name: string; value: string }[];
    }[];
  };
  const values = (address: string, property: string) =>
    services
      .find((one) => one['bom-ref'] === address)
      ?.properties.flatMap(({ name, value }) => (name === `hansa:${property}` ? [value] : []));
  expect(values('hansa_server.web', 'cloud')).toEqual(['hetzner']);
  expect(values('hansa_server.web', 'mayMoveTo')).toEqual([
    'upcloud de-fra1 DEV-1xCPU-2GB; UpCloud Oy (FI); DE; policy: not-met',
    'scaleway fr-par-1 PLAY2-PICO; Scaleway SAS (FR); FR; policy: not-met',
  ]);
  expect(values('hansa_server.later', 'mayMoveTo')).toEqual(['known after the apply']);
  expect(values('hansa_server.stands', 'mayMoveTo')).toEqual([]);
  expect(values('hansa_server.web', 'policy')).toEqual(['not-met']);
  const [web] = services;
  const comments = web?.externalReferences.map(({ comment }) => comment) ?? [];
  expect(comments).toContainEqual(
    expect.stringMatching(/^if it moves to upcloud de-fra1: country of the place, read 20/),
  );
});

test('a service says what is said of its owners and who can hold its keys, by their pages', async () => {
  const facts = { cloud: 'upcloud', name: 'web', place: 'de-fra1' };
  const resources = [{ mode: 'managed', type: 'hansa_server', name: 'web', instances: [{ attributes: facts }] }];
  const made = (await bom({ version: 4, resources }, POLICY)) as {
    services: { externalReferences: object[]; properties: { name: string; value: string }[] }[];
  };
  const [web] = made.services;
  const says = 'a third party says that nobody from outside of the EU controls UpCloud Oy (the policy takes that word)';
  expect(web?.properties).toContainEqual({ name: 'hansa:statement', value: says });
  expect(web?.properties).toContainEqual({ name: 'hansa:keys', value: 'cloud' });
  expect(web?.externalReferences).toContainEqual({
    type: 'evidence',
    url: expect.stringMatching(/^https:/),
    comment: expect.stringContaining(`who controls it: ${says}, read 20`),
  });
  expect(web?.externalReferences).toContainEqual(
    expect.objectContaining({
      comment: expect.stringContaining('who can hold its keys: server is encrypted with keys'),
    }),
  );
});
