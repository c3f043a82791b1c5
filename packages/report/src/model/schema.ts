import { CONFIDENCES, STATUSES } from '@hansa/sdk/claims';
import { z } from 'zod';

/** The name of this form of report; another number follows a change that a reader would stumble over. */
export const SCHEMA = 'hansa-report/1';

const Text = z.string();
const Country = z.string().nullable().describe('ISO 3166-1 alpha-2; null where nobody says it.');

export const Evidence = z
  .strictObject({
    url: Text.describe('The page that says it.'),
    observedOn: Text.describe('The day on which it was read.'),
    confidence: z.enum(CONFIDENCES),
  })
  .describe('Where something is known from.');

export const Amount = z
  .strictObject({
    state: z
      .enum(['known', 'unknown', 'absent', 'unpriced'])
      .describe(
        '`known`: the price is told. `unknown`: it costs, and nobody tells how much. `absent`: it is not there. `unpriced`: the model has no price for its kind, which says nothing of what the vendor charges.',
      ),
    perMonth: z.number().nullable().describe('Net, a month; null unless known.'),
    currency: Text.nullable().describe('ISO 4217; null unless known.'),
  })
  .describe('What one thing costs a month, without value added tax.');

export const Sum = z
  .strictObject({
    currency: Text,
    now: z.number().describe('What is there now, a month, net, as far as prices are known.'),
    planned: z.number().describe('What is to be there.'),
    difference: z.number().describe('`planned` less `now`.'),
  })
  .describe('Known prices of one currency, added up; currencies are never converted.');

export const Finding = z.strictObject({
  rule: Text,
  verdict: z.enum(['met', 'not-met', 'unknown']),
  because: Text,
  evidence: z.array(Evidence),
  next: z.array(Text),
  accepted: Text.nullable().describe('Why the user accepts it all the same; null where they do not.'),
});

export const ResourceReport = z.strictObject({
  address: Text,
  kind: Text,
  name: Text.nullable(),
  action: z.enum(['create', 'update', 'replace', 'delete', 'keep']),
  cloud: Text.nullable().describe('As the configuration names it; null where it is not known yet.'),
  place: z.strictObject({
    id: Text.nullable().describe(
      "The vendor's own name; the region as written where the place is not known yet; `global` for what stands at none in particular.",
    ),
    country: Country,
    city: Text.nullable(),
    evidence: Evidence.nullable(),
  }),
  size: Text.nullable().describe("The vendor's own type."),
  disruption: Text.nullable().describe(
    'What the change interrupts: `reboot`, `stop`, `replace`, `delete`; null where nothing.',
  ),
  cost: z.strictObject({ now: Amount, planned: Amount }),
  claims: z.array(z.int()).describe('Which of its cloud’s claims speak of it: their places in `clouds[].claims`.'),
  policy: z.array(Finding).nullable().describe('What a policy says of it; null where none was given.'),
  refersTo: z.array(Text).describe('Addresses of the resources that it refers to.'),
});

const Claim = z.strictObject({
  scheme: Text,
  title: Text,
  level: Text.nullable(),
  status: z.enum(STATUSES),
  services: z.array(Text).nullable().describe('What it holds for; null where its source names none.'),
  regions: z.array(Text).nullable(),
  assessedBy: Text,
  validUntil: Text.nullable(),
  evidence: Evidence,
});

const Owner = z.strictObject({
  of: Text.describe('The entity that is owned.'),
  entity: Text,
  sort: Text,
  country: Country,
  share: z.number().nullable().describe('Percent of the capital.'),
  holds: z.enum(['control', 'minority', 'unknown']),
  evidence: Evidence,
});

export const CloudReport = z.strictObject({
  id: Text.describe('As the configuration names it.'),
  title: Text,
  entity: z
    .strictObject({ name: Text, country: Country, evidence: Evidence })
    .nullable()
    .describe('Whom the customer contracts with; null where nobody has looked.'),
  owners: z.array(Owner),
  ownersKnownTo: z
    .enum(['ultimate', 'partial', 'unknown'])
    .describe('`ultimate`: everyone who decides stands in `owners`. `partial`: it ends somewhere below.'),
  claims: z.array(Claim),
  interfaces: z.array(z.strictObject({ interface: Text, evidence: Evidence })),
});

export const Report = z
  .strictObject({
    schema: z.literal(SCHEMA),
    generatedAt: Text.describe('ISO 8601.'),
    generator: Text,
    source: z.strictObject({ from: z.enum(['plan', 'state']), terraformVersion: Text.nullable() }),
    resources: z.array(ResourceReport),
    clouds: z.array(CloudReport),
    cost: z.strictObject({
      totals: z.array(Sum),
      byCloud: z.array(Sum.extend({ cloud: Text })),
      byCountry: z.array(Sum.extend({ country: Country })),
      unknown: z.array(Text).describe('Addresses of what costs, and nobody tells how much: no total holds them.'),
      unpriced: z.array(Text).describe('Addresses of what the model has no price for.'),
    }),
    interruptions: z.array(z.strictObject({ address: Text, disruption: Text })),
    policy: z
      .strictObject({
        verdict: z.enum(['met', 'not-met', 'unknown']),
        admitted: z.boolean(),
        together: z.array(Finding).describe('What it says of all resources together: the limit of their price.'),
      })
      .nullable()
      .describe('What the policy says of all of it; null where none was given.'),
    notCovered: z
      .array(z.strictObject({ type: Text, count: z.int() }))
      .describe(
        'Resources of other providers, or of no kind that stands at a cloud: this report says nothing of them.',
      ),
  })
  .describe(
    'What a Terraform plan or state is: where it stands, under whose control, by which evidence, at what price.',
  );

export type Finding = z.output<typeof Finding>;
export type Evidence = z.output<typeof Evidence>;
export type Amount = z.output<typeof Amount>;
export type Sum = z.output<typeof Sum>;
export type ResourceReport = z.output<typeof ResourceReport>;
export type CloudReport = z.output<typeof CloudReport>;
export type Report = z.output<typeof Report>;
