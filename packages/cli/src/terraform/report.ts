import { assemble, type Report } from '@hansa/report';
import { loadClaims } from '@hansa/sdk/claims';
import { UsageError } from '../failure.js';
import { version } from '../version.js';
import { readTerraform } from './input.js';
import { readPolicy } from './policy.js';

export interface ReportWish {
  /** `prod=hetzner`: a cloud under another name. */
  cloud?: string[];
  /** Files of one's own, laid over what is known of clouds. */
  claims?: string[];
  /** A file that says what is allowed; null: nobody asks. */
  policy?: string | null;
}

/** The report over what a file or stdin holds. */
export async function reportOn(
  file: string | undefined,
  { cloud = [], claims = [], policy: rules }: ReportWish,
): Promise<Report> {
  const drivers = Object.fromEntries(cloud.map(named));
  const [input, known] = await Promise.all([readTerraform(file), loadClaims({ overlay: claims })]);
  const policy = rules === undefined ? {} : { policy: rules === null ? null : await readPolicy(rules) };
  return assemble(input, { claims: known, generator: `hansa ${version()}`, now: new Date(), drivers, ...policy });
}

function named(text: string): [string, string] {
  const [id = '', driver = '', ...rest] = text.split('=');
  if (id === '' || driver === '' || rest.length > 0)
    throw new UsageError(`"${text}" says of no cloud which it is`, ['use its name and its vendor: prod=hetzner']);
  return [id, driver];
}
