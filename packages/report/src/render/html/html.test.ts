import { claimSet } from '@hansa/sdk/claims';
import { readInput } from '../../input/read.js';
import { assemble } from '../../model/assemble.js';
import { LISTED } from '../../moving.fixture.js';
import { PLAN, SECRET } from '../../plan.fixture.js';
import { html } from './escape.js';
import { toHtml } from './index.js';
import { change } from './money.js';
import { TILES } from './tiles.js';

const input = readInput(Buffer.from(JSON.stringify(PLAN)));
const page = toHtml(
  assemble(input, { claims: claimSet([]), generator: 'test', now: new Date('2026-11-26T03:00:00Z') }),
);

test('whatever a name holds is text', () => {
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toContain('<script');
  expect(html`<a title="${`"'<&>`}">${[html`<b>`, '<b>']}</a>`.text).toBe(
    '<a title="&quot;&#39;&lt;&amp;&gt;"><b>&lt;b&gt;</a>',
  );
});

test('asks for nothing from elsewhere, and holds no secret', () => {
  expect(page).not.toMatch(/\b(src|srcset|data|action)=|url\(|@import|<link|<iframe|<object/);
  expect(page).toMatch(
    /Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[\w+/=]+&#39;/,
  );
  expect(page).not.toContain(SECRET);
  expect(page).not.toContain(' style=');
});

test('each country has a tile of its own', () => {
  const places = Object.values(TILES).map(String);
  expect(new Set(places).size).toBe(places.length);
});

test('a difference has its sign', () => {
  expect([change(1234.5, 'EUR'), change(-2, 'CHF'), change(0, 'EUR')]).toEqual([
    '+1,234.50 EUR',
    '−2.00 CHF',
    '±0.00 EUR',
  ]);
});

test('without a policy, where things may move is told without verdicts; where nothing may, nothing of it', () => {
  const listed = readInput(Buffer.from(JSON.stringify(LISTED)));
  const moving = toHtml(assemble(listed, { claims: claimSet([]), generator: 'test', now: new Date() }));
  expect(moving).toContain('<h2 id="moves">Where it may move</h2>');
  expect(moving).toMatch(/may move to<\/b><\/td><td>upcloud<br><small>entity unknown/);
  expect(moving).not.toMatch(/scope="col">policy<|class="verdict met"/);
  expect(page).not.toContain('id="moves"');
});
