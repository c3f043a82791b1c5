import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadClaims } from '@hansa/sdk/claims';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { readInput } from '../../input/read.js';
import { assemble } from '../../model/assemble.js';
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
  let browser: Browser;

  beforeAll(async () => {
    const input = readInput(Buffer.from(JSON.stringify(PLAN)));
    const report = assemble(input, {
      claims: await loadClaims(),
      generator: 'test',
      now: new Date('2026-11-26T03:00:00Z'),
    });
    writeFileSync(join(folder, 'report.html'), toHtml(report));
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

  async function open(width = 1100, bypassCSP = false): Promise<{ page: Page; said: string[]; asked: string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP });
    const page = await context.newPage();
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(file);
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

  test('can be used by everyone, by the rules of axe', async () => {
    const { page } = await open(1100, true);
    await page.addScriptTag({ content: axe.source });
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      return (await axe.run()).violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
    });
    expect(violations).toEqual([]);
  });

  test('fits a telephone and a sheet of paper', async () => {
    const { page } = await open(360);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.emulateMedia({ media: 'print' });
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
