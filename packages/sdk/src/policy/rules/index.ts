import type { RuleId } from '../model.js';
import { backup } from './backup.js';
import { certifications } from './certifications.js';
import { control } from './control.js';
import { countries } from './countries.js';
import { interfaces } from './interfaces.js';
import { price } from './price.js';
import { customerKeys, deletionProtection } from './protection.js';
import type { Rule } from './rule.js';

/** Every rule, in the order in which they are told. */
export const JUDGES: Readonly<Record<RuleId, Rule>> = {
  countries,
  control,
  certifications,
  interfaces,
  backup,
  'deletion-protection': deletionProtection,
  'customer-keys': customerKeys,
  price,
};
