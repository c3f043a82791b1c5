import { CONFIDENCES, KEY_HOLDERS, STATEMENT_STATUSES, STATUSES } from '@hansa/sdk/claims';
import * as z from 'zod';

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
  .describe(
    'Known prices of one currency, added up; currencies are never converted. What has candidates counts at the price of the first.',
  );

const Verdict = z.enum(['met', 'not-met', 'unknown']);

export const Finding = z.strictObject({
  rule: Text,
  verdict: Verdict,
  because: Text,
  evidence: z.array(Evidence),
  next: z.array(Text),
  accepted: Text.nullable().describe('Why the user accepts it all the same; null where they do not.'),
});

const Place = z.strictObject({
  id: Text.nullable().describe(
    "The vendor's own name; the region as written where the place is not known yet; `global` for what stands at none in particular.",
  ),
  country: Country,
  city: Text.nullable(),
  evidence: Evidence.nullable(),
});

export const CandidateReport = z
  .strictObject({
    cloud: Text.nullable().describe('As the configuration names it; null where it is not known yet.'),
    place: Place,
    size: Text.nullable(),
    cost: Amount.describe('What it costs there, as its placement told it.'),
    claims: z.array(z.int()).describe('Which of its cloud’s claims speak of it there.'),
    policy: z.array(Finding).nullable().describe('What a policy says of it there; null where none was given.'),
    verdict: Verdict.nullable().describe(
      'All of that together; null where no policy was given, or the cloud is not known.',
    ),
  })
  .describe('Where something may stand in place of where it is planned.');

export const ResourceReport = z.strictObject({
  address: Text,
  kind: Text,
  name: Text.nullable(),
  action: z.enum(['create', 'update', 'replace', 'delete', 'keep']),
  cloud: Text.nullable().describe(
    'As the configuration names it; of what is to be made at one of several candidates, that of the first; null where it is not known yet.',
  ),
  place: Place,
  size: Text.nullable().describe("The vendor's own type; of what has candidates, as the first says it."),
  mayMoveTo: z
    .array(CandidateReport)
    .nullable()
    .describe(
      'Where it is made, in this order, when the first candidate has none left or the quota is used up at the apply: its other candidates. Empty where it stands, or is made at one place alone; null where the list is known after the apply only, so that it may be made anywhere.',
    ),
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

const Statement = z.strictObject({
  of: Text.describe('The entity whose owners it is about.'),
  within: z
    .array(Text)
    .describe('Nobody from outside of these countries controls it: ISO 3166-1 alpha-2, and `EU`, `EEA`, `EFTA`.'),
  status: z.enum(STATEMENT_STATUSES).describe('Whose word it is: `self-declared` is that of the cloud.'),
  says: Text.describe('The statement as a sentence.'),
  note: Text.nullable(),
  counts: z
    .boolean()
    .nullable()
    .describe(
      'Whether the policy (`control.statements`) takes that word for what is not known of the owners; null where no policy asks who controls a cloud.',
    ),
  evidence: Evidence,
});

const Keys = z.strictObject({
  services: z.array(Text),
  keys: z
    .enum(KEY_HOLDERS)
    .describe(
      'How far data there can be encrypted with keys of one’s own, at best. `none`: the cloud does not encrypt it. `cloud`: with keys of the cloud alone. `managed`: the customer decides over keys that lie with the cloud. `customer`: the customer alone holds them.',
    ),
  says: Text.describe('The same in words, to be read behind the name of a service.'),
  note: Text.nullable(),
  wantedFor: z
    .array(Text)
    .nullable()
    .describe(
      'For which of these services the policy wants keys that the customer alone holds; null where no policy was given.',
    ),
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
  statements: z
    .array(Statement)
    .describe('What is said of owners without naming them, or of whose power nothing is known.'),
  keys: z
    .array(Keys)
    .describe('Who can hold the keys of what services keep; of a service in none of them nobody has looked.'),
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
        verdict: Verdict.describe('Over every place where something may stand; unknown where that is not known.'),
        admitted: z.boolean(),
        unjudged: z
          .array(Text)
          .describe(
            'Addresses of what it cannot be held against: nobody knows before the apply at which cloud it is made.',
          ),
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
export type CandidateReport = z.output<typeof CandidateReport>;
export type ResourceReport = z.output<typeof ResourceReport>;
export type CloudReport = z.output<typeof CloudReport>;
export type Report = z.output<typeof Report>;
