import type { Evidence } from '../../model/schema.js';
import { type Html, html } from './escape.js';

/** What stands where there is nothing to say. */
export const DASH = '–';

/** A verdict as people read it. */
export function verdictWords(verdict: string): string {
  return verdict === 'not-met' ? 'not met' : verdict;
}

/** The page that says it, and when it was read. No request is made until somebody follows it. */
export function proof({ url, observedOn, confidence }: Evidence): Html {
  const words = `${confidence === 'low' ? 'said by a third party, ' : ''}read ${observedOn}`;
  // A link is one only to the web: `javascript:` in a file of one's own would be run.
  return /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noreferrer">[${words}]</a>` : html`[${words}: ${url}]`;
}

/** A table that can be scrolled where the page is narrow; nothing where it has no rows. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly (Html | string)[])[]): Html {
  if (rows.length === 0) return html``;
  const number = (i: number) =>
    head[i] === 'a month' || head[i] === 'now' || head[i] === 'share' ? ' class="number"' : '';
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table><thead><tr>${head.map((one, i) => cell('th', number(i), one))}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${row.map((one, i) => cell('td', number(i), one))}</tr>
`,
  )}</tbody></table></div>`;
}

function cell(tag: 'td' | 'th', number: string, content: Html | string): Html {
  const scope = tag === 'th' ? html` scope="col"` : html``;
  const classes = number ? html` class="number"` : html``;
  return tag === 'th' ? html`<th${scope}${classes}>${content}</th>` : html`<td${classes}>${content}</td>`;
}
