import { Requirements } from '@hansa/sdk/placement';
import { Policy } from '@hansa/sdk/policy';
import type { Attribute, Attributes, Schema } from '@hansa/terraform-plugin';
import { dataAttributes } from './data-attributes.js';

/** A policy, wherever one can be given. */
export function policyAttribute(description: string): Attribute {
  return { nested: 'single', optional: true, description, attributes: dataAttributes(Policy) };
}

const choice: Attributes = {
  cloud: { type: 'string', computed: true, description: 'Id of the cloud.' },
  region: { type: 'string', computed: true, description: "The vendor's own place, as `region` takes it." },
  size: { type: 'string', computed: true, description: "The vendor's own type, as `size` takes it." },
  country: { type: 'string', computed: true, description: 'ISO 3166-1 alpha-2; null where nobody tells.' },
  price_per_month: { type: 'number', computed: true, description: 'Net price a month; null where nobody tells.' },
  price_currency: { type: 'string', computed: true, description: 'Currency of the price, ISO 4217.' },
  verdict: {
    type: 'string',
    computed: true,
    description: 'What the policy says: `met`, or `unknown` where it lets that pass.',
  },
};

const total: Attributes = {
  per_month: {
    type: 'number',
    computed: true,
    description: 'Net price a month of all instances; null as soon as the price of one is not known.',
  },
  known: { type: 'number', computed: true, description: 'What is known of it: no less than this.' },
  currency: {
    type: 'string',
    computed: true,
    description: "ISO 4217: the policy's, else the one in which most offers are; null where no offer has a price.",
  },
  unknown: {
    type: ['list', 'string'],
    computed: true,
    description: 'The choices whose price is not in it, and why; empty where all of it is known.',
  },
};

const CANDIDATES =
  'Where an instance may be made, the best first: its choice, and what stands in for it where it is sold out, so that all stay as far apart as ' +
  'was asked for, and within the total of the policy. At most eleven, for `candidates` of what is placed.';

/** `hansa_placement`: it stands at no cloud, so it is no kind. */
export function placementSchema(): Schema {
  return {
    description:
      'Where to put something: requirements and policy in, an ordered list of cloud, region, size and price out.\n\n' +
      'It is chosen when this is made, and stays: neither a new price list nor a new claim moves it. It is chosen again when `requirements` or ' +
      '`policy` change, and then what names a choice and stands elsewhere is made anew. Give `candidates` of a choice to what is placed, and it ' +
      'goes to the next one where that is sold out at apply.',
    attributes: {
      requirements: {
        nested: 'single',
        required: true,
        description: 'What is to be placed.',
        attributes: dataAttributes(Requirements),
      },
      policy: policyAttribute('What is allowed. Default: the policy of the provider.'),
      id: { type: 'string', computed: true, description: 'Made of what was chosen.' },
      ...first(),
      candidates: {
        nested: 'list',
        computed: true,
        description: `Of the first choice. ${CANDIDATES}`,
        attributes: choice,
      },
      choices: {
        nested: 'list',
        computed: true,
        description: 'One for each instance.',
        attributes: {
          ...choice,
          candidates: { nested: 'list', computed: true, description: CANDIDATES, attributes: choice },
        },
      },
      total: { nested: 'single', computed: true, description: 'What all instances cost together.', attributes: total },
      alternatives: {
        nested: 'list',
        computed: true,
        description: 'What would do as well, the best first: the next ten.',
        attributes: choice,
      },
      excluded: {
        type: ['list', 'string'],
        computed: true,
        description:
          'Everything else that was offered, and why it was not taken: one line for all of a cloud that is out for the same reason, the policy first.',
      },
    },
  };
}

/** The first choice again, for who wants one. */
function first(): Attributes {
  const { verdict: _, ...rest } = choice;
  return Object.fromEntries(
    Object.entries(rest).map(([name, attribute]) => [
      name,
      { ...attribute, description: `Of the first choice. ${attribute.description}` },
    ]),
  );
}
