import { placeFactOf } from '../../claims/index.js';
import { countriesHold, countryName } from '../countries.js';
import { sourceOf } from '../finding.js';
import { listed } from '../words.js';
import { type Rule, SAY_IT } from './rule.js';

/** Where it stands is a country that the policy allows. */
export const countries: Rule = ({ policy, candidate: { place, cloud }, record, facts }) => {
  const allowed = policy.countries;
  if (!allowed || !place) return [];
  const where = `${cloud} ${place.id}`;
  const fact = record && placeFactOf(record, place.id, ...(place.within ?? []));
  const evidence = fact ? [sourceOf(fact)] : [];
  const said = new Set([place.country, fact?.country ?? null].filter((country) => country !== null));
  const [country, other] = said;
  if (country === undefined) {
    const because = `in which country ${where} stands is not known`;
    return [{ verdict: 'unknown', because, evidence, next: [SAY_IT, 'or use a place whose country is known'] }];
  }
  if (other !== undefined) {
    const because = `the cloud says that ${where} stands in ${countryName(country)}, and the source says ${countryName(other)}`;
    return [{ verdict: 'unknown', because, evidence, next: [SAY_IT] }];
  }
  if (countriesHold(allowed, country, facts.today)) {
    return [{ verdict: 'met', because: `${where} stands in ${countryName(country)}`, evidence, next: [] }];
  }
  const wanted = listed(allowed, 'or');
  const because = `${where} stands in ${countryName(country)}, and the policy wants ${wanted}`;
  return [
    { verdict: 'not-met', because, evidence, next: [`use a place in ${wanted}`, `or add ${country} to countries`] },
  ];
};
