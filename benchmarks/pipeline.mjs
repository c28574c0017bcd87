// The npm way from MJML to an email: mjml, juice, html-to-text. Usage: node pipeline.mjs SOURCE FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mjml2html from 'mjml';
import juice from 'juice';
import { convert } from 'html-to-text';

const [source, folder] = process.argv.slice(2);
const { html } = await mjml2html(readFileSync(source, 'utf8'));
const inlined = juice(html, { removeStyleTags: false });
writeFileSync(join(folder, 'email.html'), inlined);
writeFileSync(join(folder, 'email.txt'), convert(inlined, { wordwrap: 78 }));
