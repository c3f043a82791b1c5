import { type Html, html } from './escape.js';
import { money } from './money.js';

export interface Bar {
  label: string;
  now: number;
  planned: number;
  currency: string;
}

const WIDTH = 640;
const LABEL = 190;
const ROW = 44;

/** Two bars a row, what is there now and what is planned, with their figures; each currency by its own measure. */
export function bars(id: string, title: string, rows: readonly Bar[], compare: boolean): Html {
  if (rows.length === 0) return html`<p>No price is known.</p>`;
  const most = new Map<string, number>();
  for (const { currency, now, planned } of rows) most.set(currency, Math.max(most.get(currency) ?? 0, now, planned));
  const scale = (value: number, currency: string) =>
    Math.round((value / (most.get(currency) || 1)) * (WIDTH - LABEL - 150));
  const words = rows.map(
    (row) =>
      `${row.label}: ${compare ? `now ${money(row.now, row.currency)}, planned ` : ''}${money(row.planned, row.currency)}`,
  );
  return html`<svg class="bars" viewBox="0 0 ${WIDTH} ${rows.length * ROW}" role="img" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">${title}</title><desc id="${id}-text">${words.join('; ')}</desc>
${rows.map((row, i) => {
  const y = i * ROW;
  const planned = scale(row.planned, row.currency);
  return html`<text class="label" x="${LABEL - 10}" y="${y + 25}">${row.label}</text>
${compare ? bar('now', y + 4, scale(row.now, row.currency), money(row.now, row.currency)) : ''}
${bar('planned', compare ? y + 22 : y + 12, planned, money(row.planned, row.currency))}`;
})}</svg>
${compare ? html`<p class="key"><span class="now">■</span> now <span class="planned">■</span> planned</p>` : ''}`;
}

function bar(what: string, y: number, width: number, words: string): Html {
  return html`<rect class="${what}" x="${LABEL}" y="${y}" width="${Math.max(width, 1)}" height="15"/><text x="${LABEL + width + 8}" y="${y + 12}">${words}</text>`;
}
