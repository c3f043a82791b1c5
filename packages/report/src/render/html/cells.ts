import type { CloudReport, ResourceReport } from '../../model/schema.js';
import { type Html, html } from './escape.js';
import { DASH, proof } from './table.js';
import { countryName } from './tiles.js';

/** The cloud, and whom the customer contracts with. */
export function carrier(cloud: CloudReport | undefined, id: string | null): Html {
  if (!cloud) return html`${id ?? 'not known yet'}`;
  const { title, entity } = cloud;
  return html`${title}<br><small>${entity ? `${entity.name} (${entity.country})` : 'entity unknown'}</small>`;
}

/** What its cloud holds that speaks of it; what is more or less than held says so. */
export function certificates({ claims }: Pick<ResourceReport, 'claims'>, cloud: CloudReport | undefined): string {
  const words = claims.flatMap((i) => {
    const claim = cloud?.claims[i];
    if (!claim) return [];
    const title = claim.level ? `${claim.title} ${claim.level}` : claim.title;
    return claim.status === 'held' ? title : `${title} (${claim.status})`;
  });
  return words.join(', ') || DASH;
}

/** The place, its country, and who says so. */
export function placeWords({ id, country, city, evidence }: ResourceReport['place']): Html {
  if (id === null) return html`${DASH}`;
  if (id === 'global') return html`everywhere`;
  const where = country === null ? 'country unknown' : countryName(country);
  return html`${id}<br><small>${city ? `${city}, ` : ''}${where}</small> ${evidence ? proof(evidence) : ''}`;
}
