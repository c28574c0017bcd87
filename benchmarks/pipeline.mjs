// The npm way from MJML to an email: mjml, juice, html-to-text. Usage: node pipeline.mjs SOURCE FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mjml2html from 'mjml';
import juice from 'juice';
import { convert } from 'html-to-text';

const [source, folder] = process.argv.slice(2);
const started = performance.now();
const { html } = await mjml2html(readFileSync(source, 'utf8'));
const rendered = performance.now();
const inlined = juice(html, { removeStyleTags: false });
const done = performance.now();
writeFileSync(join(folder, 'email.html'), inlined);
writeFileSync(join(folder, 'email.txt'), convert(inlined, { wordwrap: 78 }));
// performance.now() counts from the start of the process.
const steps = { 'start-up': started, mjml: rendered - started, juice: done - rendered };
console.log(JSON.stringify({ ...steps, 'html-to-text': performance.now() - done }));
