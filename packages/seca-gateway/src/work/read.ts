import type { z } from 'zod';
import { invalid, Problem, unmet } from '../model/problem.js';
import type { Address, Kept } from '../model/record.js';
import { Name, SPECS, type TypeName, UserData } from '../model/specs.js';

/** What never changes of a resource (go-sdk's rules on the generated types, read 2026-11), and what the SDK cannot change of what it stands as. */
const IMMUTABLE: Readonly<Partial<Record<TypeName, readonly string[]>>> = {
  instance: ['skuRef', 'zone', 'bootVolume', 'sshKeys', 'userData'],
  'block-storage': ['skuRef', 'sourceImageRef'],
  network: ['skuRef', 'cidr'],
  subnet: ['cidr'],
  'public-ip': ['version'],
};

/** The resource that a PUT asks for. @throws Problem for what is no such resource, or what cannot become of the one that is there */
export function wantedOf(at: Address, body: unknown, prior: Kept | undefined, now: Date): Kept {
  if (typeof body !== 'object' || body === null) throw new Problem('invalid-request', 'the body is no JSON object');
  parse(Name, at.name, '/metadata/name');
  const { metadata, labels, annotations, extensions } = parse(UserData, body, '');
  for (const [word, value] of Object.entries(metadata ?? {}))
    if (value && value !== at[word as keyof Address])
      throw invalid(`/metadata/${word}`, `"${value}" is not what the path says: "${at[word as keyof Address] ?? ''}"`);
  const spec = parse(SPECS[at.kind], (body as { spec?: unknown }).spec ?? {}, '/spec') as Kept['spec'];
  if (prior) mustStay(prior, spec);
  const stamp = now.toISOString();
  return {
    version: 1,
    createdAt: stamp,
    modifiedAt: stamp,
    state: 'pending',
    conditions: [],
    ...prior,
    kind: at.kind,
    at,
    labels: labels ?? {},
    annotations: annotations ?? {},
    extensions: extensions ?? {},
    spec,
  };
}

/** The version of the optimistic lock, where the client names one. @throws Problem */
export function mustBeVersion(record: Kept | undefined, { kind, name }: Address, version: number | undefined): void {
  if (version === undefined || record?.version === version) return;
  throw unmet(
    record ? `the ${kind} ${name} has version ${record.version} by now, not ${version}` : `there is no ${kind} ${name}`,
  );
}

function mustStay(prior: Kept, spec: Kept['spec']): void {
  const [old, now] = [prior.spec as Record<string, unknown>, spec as Record<string, unknown>];
  for (const word of IMMUTABLE[prior.kind] ?? [])
    if (
      !(word === 'zone' && prior.cloud?.untouchedIn !== undefined) &&
      JSON.stringify(old[word]) !== JSON.stringify(now[word])
    )
      throw invalid(`/spec/${word}`, `${word} never changes${word === 'zone' ? ' once the instance was on' : ''}`);
  if (Number(now['sizeGB']) < Number(old['sizeGB'])) throw invalid('/spec/sizeGB', 'sizeGB cannot be decreased');
}

function parse<S extends z.ZodType>(shape: S, value: unknown, pointer: string): z.output<S> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const sources = parsed.error.issues.map((one) => ({ pointer: [pointer, ...one.path].join('/'), parameter: '' }));
  const words = parsed.error.issues.map((one, i) => `${sources[i]?.pointer}: ${one.message}`);
  throw new Problem('validation-error', words.join('; '), sources);
}
