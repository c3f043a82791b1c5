import { Token } from 'cdktf';
import { NAME, placeId, placeName } from './names.js';
import type { WebServiceCloud, WebServiceProps } from './props.js';

type Say = (where: string, what: string) => void;

const PUBLIC_KEY = /^(ssh|ecdsa|sk)-\S+ [A-Za-z0-9+/]+=*( .*)?$/;
const MAX_SERVERS = 1000;

/**
 * Everything that is wrong with the props, each with the prop's name first. A value that is only known when Terraform runs (a token)
 * is left to the provider, except where construct ids and names are made of it.
 */
export function check(name: string, props: WebServiceProps): string[] {
  const issues: string[] = [];
  const say: Say = (where, what) => issues.push(`${where}: ${what}`);
  checkCloudList(props, say);
  const { serversPerCloud = 1 } = props;
  if (Token.isUnresolved(serversPerCloud)) say('serversPerCloud', 'must be known at synthesis: servers are made of it');
  else if (!isInteger(serversPerCloud, 1, MAX_SERVERS)) {
    say('serversPerCloud', `${serversPerCloud} is not a whole number from 1 to ${MAX_SERVERS}`);
  }
  checkNames(name, props, serversPerCloud, say);
  checkText('size', props.size, say);
  checkText('image', props.image, say);
  checkKey(props, say);
  for (const [i, port] of (props.ports ?? []).entries()) {
    if (known(port) && !isInteger(port, 1, 65_535))
      say(`ports[${i}]`, `${port} is not a port, a whole number from 1 to 65535`);
  }
  const { volumeGib } = props;
  if (volumeGib !== undefined && known(volumeGib) && !isInteger(volumeGib, 1, Number.MAX_SAFE_INTEGER)) {
    say('volumeGib', `${volumeGib} is not a whole number of GiB`);
  }
  return issues;
}

function checkCloudList({ clouds }: WebServiceProps, say: Say): void {
  if (clouds.length === 0) say('clouds', 'is empty: name at least one { cloud, region }');
  const seen = new Set<string>();
  for (const [i, at] of clouds.entries()) {
    for (const key of ['cloud', 'region'] as const) {
      if (!at[key]) say(`clouds[${i}].${key}`, 'is missing');
      else if (Token.isUnresolved(at[key])) {
        say(`clouds[${i}].${key}`, 'must be known at synthesis: ids and names are made of it');
      }
    }
    if (seen.has(placeId(at)))
      say(`clouds[${i}]`, `${at.cloud} ${at.region} is there twice; to have more servers, raise serversPerCloud`);
    seen.add(placeId(at));
    for (const key of ['size', 'image', 'sshKeyId'] as const) {
      if (at[key] !== undefined) checkText(`clouds[${i}].${key}`, at[key], say);
    }
    for (const [n, size] of (at.otherSizes ?? []).entries()) checkText(`clouds[${i}].otherSizes[${n}]`, size, say);
  }
}

function checkNames(name: string, { clouds }: WebServiceProps, servers: number, say: Say): void {
  if (Token.isUnresolved(name)) say('name', 'must be known at synthesis');
  else if (!NAME.test(name)) {
    say('name', `"${name}" cannot start a name: use a-z, 0-9 and "-", starting and ending with a letter or digit`);
  }
  const tooLong = clouds.map((at) => `${placeName(name, at)}-${servers}`).find((full) => full.length > 63);
  if (tooLong) say('name', `"${tooLong}" would have ${tooLong.length} characters, and clouds take 63`);
}

function checkText(where: string, text: string, say: Say): void {
  if (known(text) && !text.trim()) say(where, 'is missing');
}

function checkKey({ sshPublicKey, clouds }: WebServiceProps, say: Say): void {
  if (sshPublicKey === undefined) {
    if (clouds.some(lacksKey)) say('sshPublicKey', 'is missing, and not every cloud has an sshKeyId');
  } else if (known(sshPublicKey) && !PUBLIC_KEY.test(sshPublicKey.trim())) {
    say('sshPublicKey', 'is not a public key: use the one line of a .pub file, "ssh-ed25519 AAAA… comment"');
  }
}

/** Whether a new SSH key has to be made for it. */
export function lacksKey({ sshKeyId }: WebServiceCloud): boolean {
  return sshKeyId === undefined;
}

function known(value: unknown): boolean {
  return !Token.isUnresolved(value);
}

function isInteger(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
