import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] }).catch(() => chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] }));
for (const [name, url, width, dark, height] of JSON.parse(process.argv[2])) {
  const p = await b.newPage({ viewport: { width, height: height ?? 1400 }, colorScheme: dark ? 'dark' : 'light' });
  await p.goto(url); const w = await p.evaluate(() => document.documentElement.scrollWidth);
  await p.screenshot({ path: `/work/shots/${name}.png`, fullPage: !height }); console.log(name, w); await p.close();
}
await b.close();
