import { type AnyKind, type Attributes, KINDS } from '@hansa/sdk';
import { Expression, hclBody } from '@hansa/terraform-plugin/docs';
import { toSnake, typeName } from '../names.js';

/** Where the examples stand: a country, so that they hold wherever a cloud has a place in it. */
const REGION = 'DE';

/** The kind's own specimen as a resource block at `cloud`; what it refers to are the specimens of the other kinds. */
export function resourceExample(kind: AnyKind, cloud: string): string {
  const has = Object.fromEntries(KINDS.map(({ name }) => [name, { id: reference(name) as never, place: null }]));
  const spec = kind.example.spec('example', REGION, has);
  return `resource "${typeName(kind.name)}" "example" {\n${hclBody({ cloud, ...snake(kind.attributes, spec) })}\n}\n`;
}

/** Looks the same thing up. */
export function dataSourceExample(kind: AnyKind, cloud: string): string {
  return `data "${typeName(kind.name)}" "example" {\n${hclBody({ cloud, name: 'example' })}\n}\n`;
}

/** A server where the policy lets it stand, at the best price. */
export function placementExample(): string {
  const requirements = { size: 'SCS-2V-4', image: 'debian-12', countries: ['DE', 'FR'], objective: ['price'] };
  const policy = { preset: 'eea-only', unknown: 'warning' };
  const chosen = (name: string) => new Expression(`hansa_placement.example.${name}`);
  const where = { cloud: chosen('cloud'), region: chosen('region') };
  const server = { ...where, name: 'placed', size: chosen('size'), image: 'debian-12' };
  return [
    `resource "hansa_placement" "example" {\n${hclBody({ requirements, policy })}\n}\n`,
    `resource "hansa_server" "placed" {\n${hclBody(server)}\n}\n`,
  ].join('\n');
}

/** Several clouds in one configuration. */
export function providerExample(clouds: readonly string[]): string {
  const settings = Object.fromEntries(clouds.map((cloud) => [cloud, {}]));
  return [
    'terraform {\n  required_providers {\n    hansa = {\n      source = "hansa/hansa"\n    }\n  }\n}\n',
    `provider "hansa" {\n${hclBody({ owner: 'shop-prod', clouds: settings })}\n}\n`,
  ].join('\n');
}

function reference(kind: string): Expression {
  return new Expression(`${typeName(kind)}.example.id`);
}

function snake(attributes: Attributes, spec: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = Object.entries(spec).filter(
    ([name, value]) => value !== undefined && value !== null && attributes[name],
  );
  return Object.fromEntries(
    given.map(([name, value]) => {
      const fields = attributes[name]?.fields;
      const isList = fields && Array.isArray(value);
      return [toSnake(name), isList ? value.map((one) => snake(fields, one as Record<string, unknown>)) : value];
    }),
  );
}
