import * as z from 'zod';
import { Day, INTERFACES, SCHEME_IDS, SERVICES, STATEMENT_STATUSES, STATUSES } from '../claims/index.js';
import { CountryOrSet } from './countries.js';
import { PRESET_IDS } from './presets/ids.js';

/** The rules there are, in the order in which they are told. */
export const RULES = [
  'countries',
  'control',
  'certifications',
  'interfaces',
  'backup',
  'deletion-protection',
  'customer-keys',
  'price',
] as const;
export type RuleId = (typeof RULES)[number];

const Countries = z.array(CountryOrSet).nonempty();
const Services = z.array(z.enum(SERVICES)).nonempty();
const Percent = z.number().min(0).max(100);
const Currency = z.string().regex(/^[A-Z]{3}$/, {
  error: ({ input }) => `${JSON.stringify(input)} is no currency; write three capitals (ISO 4217)`,
});

const Control = z.strictObject({
  countries: Countries.describe(
    'Where the contracting party and everyone who controls it must be established: ISO 3166-1 codes and `EU`, `EEA`, `EFTA`, `ADEQUATE`.',
  ),
  maxSharePercent: Percent.optional().describe(
    'How much of an entity one holder from elsewhere may have, percent, without counting as control. Default: 24, as SecNumCloud 3.2 (19.6) has it.',
  ),
  maxJointSharePercent: Percent.optional().describe(
    'How much of an entity all holders from elsewhere may have together, percent. Default: 39, as SecNumCloud 3.2 (19.6) has it.',
  ),
  statements: z
    .array(z.enum(STATEMENT_STATUSES))
    .optional()
    .describe(
      'Whose word counts where owners or their power are not known: `self-declared` (that of the cloud), `third-party-assessment`. Default: nobody’s, so that it stays unknown.',
    ),
});

const Certification = z.strictObject({
  scheme: z.enum(SCHEME_IDS).describe('The scheme, such as `c5`, `secnumcloud`, `iso-27001`.'),
  level: z.string().min(1).optional().describe('The least level of it, such as `type-2`. Default: any.'),
  services: Services.optional().describe('For which services it is wanted: `server`, `volume`, … Default: all.'),
  statuses: z
    .array(z.enum(STATUSES))
    .nonempty()
    .optional()
    .describe('What counts: `held`, `third-party-assessment`, `self-declared`, `in-process`. Default: `held` alone.'),
});

const Backup = z.strictObject({
  cloud: z.string().min(1).optional().describe('The cloud that backups go to.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'write two capitals (ISO 3166-1)')
    .optional()
    .describe('The country in which they are kept.'),
  otherCountry: z.boolean().optional().describe('Whether that must be another country than that of the data.'),
  services: Services.optional().describe('What must be backed up. Default: every service that keeps data.'),
});

const Price = z.strictObject({
  currency: Currency.describe('Currency of the limits, ISO 4217.'),
  perResource: z.number().min(0).optional().describe('The most that one resource may cost a month, net.'),
  total: z.number().min(0).optional().describe('The most that all resources together may cost a month, net.'),
  rates: z
    .record(Currency, z.number().positive())
    .optional()
    .describe('What one unit of another currency is worth in `currency`. Without one, prices in it count as unknown.'),
});

const Exception = z.strictObject({
  rule: z.enum(RULES).describe('The rule that is set aside.'),
  cloud: z.string().min(1).optional().describe('At which cloud. Default: at every one.'),
  entity: z.string().min(1).optional().describe('Of the rule `control`: this holder alone is accepted.'),
  because: z.string().min(1).describe('Why; it stands in every explanation and report.'),
  until: Day.optional().describe('The last day on which it counts, as `2026-12-31`. Default: it stays.'),
});

/** What a user allows. This is the only place where its attributes stand: Terraform's schema, docs and types derive from it. */
export const Policy = z.strictObject({
  preset: z
    .enum(PRESET_IDS)
    .optional()
    .describe(
      `Rules to begin with: ${PRESET_IDS.map((id) => `\`${id}\``).join(', ')}. What is given beside it stands in the place of the preset's own.`,
    ),
  countries: Countries.optional().describe(
    'Where things may stand: ISO 3166-1 codes and `EU`, `EEA`, `EFTA`, `ADEQUATE` (found adequate by the European Commission).',
  ),
  control: Control.optional().describe('From where a cloud may be controlled, up to its last owner.'),
  certifications: z.array(Certification).optional().describe('Certificates and attestations that must be held.'),
  interfaces: z
    .array(z.enum(INTERFACES))
    .optional()
    .describe('Open interfaces, of which the service must speak one: `openstack`, `s3`, `kubernetes`, `seca`, …'),
  backup: Backup.optional().describe('A second cloud for backups, which nobody controls who controls the first.'),
  deletionProtection: z
    .array(z.enum(SERVICES))
    .optional()
    .describe('Services whose things must be protected from deletion: `server`, `volume`, …'),
  customerKeys: z
    .array(z.enum(SERVICES))
    .optional()
    .describe('Services whose data must be encrypted with keys that the customer alone holds: `server`, `volume`, …'),
  price: Price.optional().describe('Limits of the net price a month.'),
  exceptions: z.array(Exception).optional().describe('What is accepted all the same, each with its reason.'),
  unknown: z
    .enum(['error', 'warning', 'allow'])
    .optional()
    .describe('What it means that nobody can tell whether a rule is met: `error` (default), `warning` or `allow`.'),
});

export type Policy = z.output<typeof Policy>;
export type PolicyException = z.output<typeof Exception>;
export type CertificationRule = z.output<typeof Certification>;
