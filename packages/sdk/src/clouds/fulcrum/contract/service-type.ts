import * as z from 'zod';
import type { AnyKind, Attribute, Attributes } from '../../../kinds/model/index.js';
import { type Definition, definitionOf, type Rule } from './dialect.js';
import { type Lifecycle, lifecycleOf, SIMPLE } from './lifecycle.js';
import { CATALOGUE, POWER, typeNameOf, UNSET } from './names.js';

/** What is ordered in the federation under one name. */
export interface ServiceType {
  name: string;
  propertySchema: { properties: Record<string, Definition>; validators: Rule[] };
  lifecycleSchema: Lifecycle;
}

const AGENT_ONLY: Rule[] = [{ type: 'actor', config: { actors: ['agent'] } }];
/** What the state and the name of a service say, or what means nothing in a federation. */
const NOT_TOLD = ['id', 'disruption', POWER];

/**
 * The service type of a kind, all of it from the kind's model: what is set becomes properties, what the cloud tells becomes properties that
 * agents alone set, `power` becomes states.
 */
export function serviceTypeOf(kind: AnyKind): ServiceType {
  const told = Object.entries(kind.attributes as Attributes).filter(([name]) => !NOT_TOLD.includes(name));
  const properties: Record<string, Definition> = Object.fromEntries(
    told.map(([name, attribute]) => [name, propertyOf(attribute)]),
  );
  properties[UNSET] = {
    type: 'array',
    items: { type: 'string' },
    label: 'Names of properties that count as not given; the core itself cannot unset what was set',
  };
  return {
    name: typeNameOf(kind.name),
    propertySchema: { properties, validators: [] },
    lifecycleSchema: lifecycleOf(kind),
  };
}

/** The service type by which a consumer orders an agent's catalogue. */
export const catalogueType: ServiceType = {
  name: typeNameOf(CATALOGUE),
  propertySchema: { properties: { for: { type: 'string', label: 'Who asks' } }, validators: [] },
  lifecycleSchema: SIMPLE,
};

function propertyOf(attribute: Attribute): Definition {
  const { description: label, role, ref, secret, change, default: otherwise } = attribute;
  if (role === 'computed') return { ...definitionOf(bare(attribute.type)), label, authorizers: AGENT_ONLY };
  return {
    ...(ref ? referenceTo(ref, attribute.type) : definitionOf(bare(attribute.type))),
    label,
    ...(role === 'required' ? { required: true } : {}),
    ...(otherwise === undefined ? {} : { default: otherwise }),
    ...(change === 'replace' ? { immutable: true } : {}),
    // Kept as long as the service: a create that is tried again needs it again.
    ...(secret ? { secret: { type: 'persistent' as const } } : {}),
  };
}

/** References are ids of services; the consumer's own, and of the kind that is meant. */
function referenceTo(kind: string, type: z.ZodType): Definition {
  const validators = [{ type: 'serviceReference', config: { types: [typeNameOf(kind)], origin: 'consumer' } }];
  const one: Definition = { type: 'uuid', validators };
  return type instanceof z.ZodArray ? { type: 'array', items: one } : one;
}

/** The type without "or nothing": nothing is said by leaving the property out. */
function bare(type: z.ZodType): z.ZodType {
  return type instanceof z.ZodNullable || type instanceof z.ZodOptional ? bare(type.unwrap() as z.ZodType) : type;
}
