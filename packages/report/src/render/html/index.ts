import { createHash } from 'node:crypto';
import type { Report } from '../../model/schema.js';
import { control } from './control.js';
import { html } from './escape.js';
import { moves } from './moves.js';
import { costs, limits, places, policies, resources, summary } from './sections.js';
import { STYLE } from './style.js';

/**
 * A report as one page that needs nothing else: no script, no font, no picture from elsewhere, and it asks for none. Good to print.
 *
 * @example
 * writeFileSync('report.html', toHtml(report));
 */
export function toHtml(report: Report): string {
  const { generatedAt, generator, source } = report;
  // The one style is allowed by its digest; everything else is forbidden, whatever a name in the plan may hold.
  const digest = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  const day = generatedAt.slice(0, 16).replace('T', ' ');
  return (
    html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Where it stands, who controls it, what it costs</title>
<style>`.text +
    STYLE +
    html`</style>
</head>
<body>
<a class="skip" href="#resources">To the resources</a>
<header><h1>Where it stands, who controls it, what it costs</h1>
<p>Over a Terraform ${source.from}${source.terraformVersion ? ` (Terraform ${source.terraformVersion})` : ''}, made ${day} UTC by ${generator}.</p></header>
<main>
${summary(report)}
${places(report)}
${costs(report)}
${control(report)}
${policies(report)}
${resources(report)}
${moves(report)}
${limits(report)}
</main>
<footer><p>${report.schema}</p></footer>
</body>
</html>
`.text
  );
}
