import * as z from 'zod';
import { SERVICES } from './services.js';
import { Source } from './source.js';

/** Interfaces that more than one vendor speaks. */
export const INTERFACES = ['openstack', 's3', 'kubernetes', 'seca', 'swift', 'ec2'] as const;

/** An open interface that a cloud offers. */
export const InterfaceFact = z.strictObject({
  interface: z.enum(INTERFACES),
  services: z.array(z.enum(SERVICES)).nonempty().optional(),
  ...Source,
});

export type InterfaceName = (typeof INTERFACES)[number];
export type InterfaceFact = z.output<typeof InterfaceFact>;
