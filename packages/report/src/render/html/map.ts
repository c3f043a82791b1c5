import type { Report, ResourceReport } from '../../model/schema.js';
import { type Html, html } from './escape.js';
import { countryName, TILES } from './tiles.js';

const TILE = 46;
const GAP = 4;

/** Whether it has a place on a map: what goes has none, nor what stands nowhere in particular. */
export function stands({ place, action }: Pick<ResourceReport, 'place' | 'action'>): boolean {
  return place.id !== null && place.id !== 'global' && action !== 'delete';
}

/** Where resources stand: a tile a country, filled where something is; a list beside it says the same in words. */
export function map({ resources }: Report): Html {
  const counts = new Map<string | null, number>();
  for (const { place, action } of resources)
    if (stands({ place, action })) counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
  const other = new Map<string | null, number>();
  for (const { mayMoveTo } of resources)
    for (const country of new Set((mayMoveTo ?? []).map(({ place }) => place.country)))
      other.set(country, (other.get(country) ?? 0) + 1);
  const [width, height] = [9 * (TILE + GAP), 9 * (TILE + GAP)];
  const tiles = Object.entries(TILES).map(([code, [column, row]]) => {
    const count = counts.get(code) ?? 0;
    const [x, y] = [column * (TILE + GAP), row * (TILE + GAP)];
    return html`<g class="${count > 0 ? 'tile here' : other.has(code) ? 'tile maybe' : 'tile'}"><rect x="${x}" y="${y}" width="${TILE}" height="${TILE}" rx="4"/>
<text x="${x + TILE / 2}" y="${y + (count > 0 ? 20 : 28)}">${code}</text>${count > 0 ? html`<text class="count" x="${x + TILE / 2}" y="${y + 38}">${count}</text>` : ''}</g>
`;
  });
  const list = [...counts].sort(([, a], [, b]) => b - a);
  const may = [...other].sort(([, a], [, b]) => b - a);
  const words =
    [
      ...list.map(([code, count]) => `${countryName(code)}: ${count}`),
      ...may.map(([code, count]) => `${countryName(code)}: ${count} may move there`),
    ].join('; ') || 'nothing stands anywhere yet';
  return html`<div class="beside"><svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="map-title map-text">
<title id="map-title">Resources by country</title><desc id="map-text">${words}</desc>
${tiles}</svg>
<ul class="plain">${list.map(([code, count]) => html`<li>${place(code)}: <b>${count}</b></li>`)}${may.map(([code, count]) => html`<li>${place(code)}: <b>${count}</b> may move there${code !== null && code in TILES && !counts.has(code) ? ' (dashed)' : ''}</li>`)}</ul></div>`;
}

/** Said in words where no tile shows it. */
function place(code: string | null): Html {
  const outside = code !== null && !(code in TILES);
  return html`${countryName(code)}${code === null ? '' : ` (${code})`}${outside ? ', not on the map' : ''}`;
}
