/** Where the tests deploy: a place of each emulated cloud. */
const REGIONS: Readonly<Record<string, string>> = {
  hetzner: 'fsn1',
  scaleway: 'fr-par-1',
  upcloud: 'fi-hel1',
  ovh: 'GRA11',
  ionos: 'de/fra',
  seca: 'eu-central-a',
};

export const PROVIDER = 'provider "hansa" {\n  owner = "shop"\n}\n';

/** Attributes as HCL expressions. */
export type Words = Readonly<Record<string, string>>;

/** One server; attributes and meta-arguments as HCL expressions, `undefined` by absence. */
export function server(address: string, cloud: string, words: Words = {}, lifecycle = ''): string {
  const attributes = {
    cloud: `"${cloud}"`,
    region: `"${REGIONS[cloud]}"`,
    name: `"${address}"`,
    size: '"SCS-2V-4"',
    image: '"debian-12"',
    ...words,
  };
  return `resource "hansa_server" "${address}" {\n${lines(attributes)}${lifecycle && `  lifecycle {\n    ${lifecycle}\n  }\n`}}\n`;
}

/** So many servers at a cloud, named `<cloud>-<number>`. */
export function servers(cloud: string, count: number, words: Words = {}): string {
  return server(cloud, cloud, { name: `"${cloud}-\${count.index}"`, ...words }).replace(
    '{\n',
    `{\n  count = ${count}\n`,
  );
}

export function volume(address: string, cloud: string, words: Words = {}): string {
  const attributes = {
    cloud: `"${cloud}"`,
    region: `"${REGIONS[cloud]}"`,
    name: `"${address}"`,
    size_gib: '10',
    ...words,
  };
  return `resource "hansa_volume" "${address}" {\n${lines(attributes)}}\n`;
}

/** The names that {@link servers} gives. */
export function namesOf(cloud: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${cloud}-${index}`).sort();
}

function lines(attributes: Words): string {
  return Object.entries(attributes)
    .map(([name, value]) => `  ${name} = ${value}\n`)
    .join('');
}
