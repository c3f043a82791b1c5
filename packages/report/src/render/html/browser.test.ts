import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadClaims } from '@hansa/sdk/claims';
import type { Policy } from '@hansa/sdk/policy';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { readInput } from '../../input/read.js';
import { assemble } from '../../model/assemble.js';
import { MOVING } from '../../moving.fixture.js';
import { PLAN } from '../../plan.fixture.js';
import { toHtml } from './index.js';

// The page as people see it, in a real browser. It needs one: CHROMIUM, or `apt install chromium`.
const program = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));
const inBrowser = program ? describe : describe.skip;

inBrowser('in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-page-'));
  const file = pathToFileURL(join(folder, 'report.html')).href;
  const moving = pathToFileURL(join(folder, 'moving.html')).href;
  let browser: Browser;

  beforeAll(async () => {
    const claims = await loadClaims();
    const write = (name: string, plan: object, policy: Policy | null = null) => {
      const input = readInput(Buffer.from(JSON.stringify(plan)));
      const options = { claims, policy, generator: 'test', now: new Date('2026-11-26T03:00:00Z') };
      writeFileSync(join(folder, name), toHtml(assemble(input, options)));
    };
    write('report.html', PLAN);
    write('moving.html', MOVING, {
      countries: ['DE'],
      control: { countries: ['EU'], statements: ['third-party-assessment'] },
      customerKeys: ['server'],
    });
    // A browser that root starts has no sandbox; what it opens is our own file.
    browser = await chromium.launch({
      executablePath: program as string,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(
    width = 1100,
    bypassCSP = false,
    url = file,
  ): Promise<{ page: Page; said: string[]; asked: string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP });
    const page = await context.newPage();
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(url);
    return { page, said, asked };
  }

  test('asks for nothing but itself, breaks no rule of its own, and is styled', async () => {
    const { page, said, asked } = await open();
    expect(asked).toEqual([file]);
    expect(said).toEqual([]);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.here rect')).fill")).toBe('rgb(31, 79, 134)');
    expect(await page.title()).toBe('Where it stands, who controls it, what it costs');
    // What somebody wrote as a name is read, and not run.
    expect(await page.getByText('<script>alert(1)</script>').count()).toBe(1);
  });

  test('a purchasing officer finds what it costs, where it stands and who controls it', async () => {
    const { page } = await open();
    const text = await page.locator('main').innerText();
    for (const words of ['15.91 EUR', '+9.92 EUR', 'Hetzner Online GmbH', 'The totals are too low: 1 of 7 resources'])
      expect(text).toContain(words);
    expect(await page.getByRole('img', { name: 'Resources by country' }).count()).toBe(1);
    expect(await page.getByRole('row').filter({ hasText: 'hansa_volume.data' }).innerText()).toContain('unknown');
  });

  test('a purchasing officer finds where a machine may end, under whose control and by whose word', async () => {
    const { page, said, asked } = await open(1100, false, moving);
    expect({ asked, said }).toEqual({ asked: [moving], said: [] });
    expect(await page.locator('main').innerText()).toContain('may be made elsewhere than where they are planned');
    expect(await page.locator('main').innerText()).toContain(
      'known when the plan is carried out: hansa_server.later, hansa_server.hidden.',
    );
    const table = page.getByRole('region', { name: 'Where resources may move' });
    const rows = await table.getByRole('row').filter({ hasText: 'hansa_server.web' }).allInnerTexts();
    expect(rows.map((row) => /planned at|may move to/.exec(row)?.[0])).toEqual([
      'planned at',
      'may move to',
      'may move to',
    ]);
    for (const words of ['UpCloud Oy (FI)', 'de-fra1', 'Germany', '8.00 EUR', 'not met (customer-keys)'])
      expect(rows[1]).toContain(words);
    for (const words of ['Scaleway SAS (FR)', 'fr-par-1', 'France', 'unknown', 'not met (countries)'])
      expect(rows[2]).toContain(words);
    expect(await table.getByRole('row').filter({ hasText: 'hansa_server.later' }).innerText()).toContain(
      'to what is known when the plan is carried out',
    );
    expect(await page.getByRole('img', { name: 'Resources by country' }).textContent()).toContain(
      'France: 1 may move there',
    );
    // The policy's word and the facts behind it, as sentences with their pages.
    const word = page
      .getByRole('listitem')
      .filter({ hasText: 'A third party says that nobody from outside of the EU' });
    expect(await word.innerText()).toMatch(/controls UpCloud Oy; the policy takes that word\..*\[.*read 20/s);
    const keys = page.getByRole('region', { name: 'Who can hold the keys at UpCloud' });
    expect(await keys.innerText()).toMatch(
      /keys of your own for[\s\S]*server, volume[\s\S]*keys of the cloud, which takes no others/,
    );
    // The way to it is one click, and leads there.
    await page.getByRole('link', { name: 'each place is listed' }).click();
    await page.locator('#moves').waitFor();
    expect(await page.evaluate<number>("document.querySelector('#moves').getBoundingClientRect().top")).toBeLessThan(
      900,
    );
  });

  test.each([
    ['what stands', () => file],
    ['what may move', () => moving],
  ])('%s can be used by everyone, by the rules of axe', async (_what, url) => {
    const { page } = await open(1100, true, url());
    await page.addScriptTag({ content: axe.source });
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      return (await axe.run()).violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
    });
    expect(violations).toEqual([]);
  });

  test.each([
    ['what stands', () => file],
    ['what may move', () => moving],
  ])('%s fits a telephone and a sheet of paper', async (_what, url) => {
    const { page } = await open(360, false, url());
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.emulateMedia({ media: 'print' });
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
