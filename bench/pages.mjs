// How long the server takes for ordinary pages, beside the cheapest page measured in the same run.
//   node bench/pages.mjs build/release/hearken [requests]
// Makes a demonstration of its own, so that nothing real is touched. Prints a table; bench/README.md holds figures.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [program = 'build/release/hearken', times = '200'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'hearken-bench-'));
const database = `sqlite://${folder}/bench.db`;
const port = 18990;
const base = `http://localhost:${port}`;

const made = spawnSync(program, ['demo', '--database', database], { encoding: 'utf8' });
if (made.status !== 0) throw new Error(made.stderr);
const server = spawn(program, ['serve', '--database', database, '--port', String(port)], { stdio: 'ignore', env: { ...process.env, HEARKEN_LOG_LEVEL: 'warn' } });

/** Cookies by name, as a browser would keep them. */
class Visitor {
  cookies = new Map();
  async fetch(path, options = {}) {
    const headers = { ...options.headers, cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    const response = await fetch(base + path, { ...options, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';');
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  }
  async signInAs(name) {
    const page = await (await this.fetch('/demonstration')).text();
    const button = page.split('<button').find(part => part.includes(`as ${name}<`));
    const body = new URLSearchParams({ user: button.match(/value="([^"]+)"/)[1] });
    await this.fetch('/demonstration/sign-in', { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', origin: base } });
  }
}

const waitUntilItListens = async () => {
  for (let tries = 0; tries < 200; ++tries) {
    try { return await fetch(base + '/health'); } catch { await new Promise(done => setTimeout(done, 50)); }
  }
  throw new Error('the server did not start');
};

const measure = async (visitor, path) => {
  const took = [];
  for (let n = 0; n < Number(times) + 20; ++n) {
    const before = performance.now();
    const response = await visitor.fetch(path);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path} gave ${response.status}`);
    if (n >= 20) took.push(performance.now() - before);
    if (n % 10 === 0) await new Promise(done => setTimeout(done, 550));  // stay under the page rate
  }
  took.sort((a, b) => a - b);
  return { median: took[took.length >> 1], p95: took[Math.floor(took.length * 0.95)] };
};

try {
  await waitUntilItListens();
  const dsl = new Visitor(), front = new Visitor();
  await dsl.signInAs('Dana Sampleton');
  await front.signInAs('Cora Imagin');
  const link = async (visitor, path, pattern) => (await (await visitor.fetch(path)).text()).match(pattern)?.[1];
  const pages = [
    ['cheapest: /health', dsl, '/health'],
    ['home of a safeguarding lead', dsl, '/'],
    ['a concern', dsl, await link(dsl, '/cases', /href="(\/cases\/[a-z0-9]{18})/)],
    ['home of the front door', front, '/'],
    ['a referral', front, await link(front, '/cases', /href="(\/cases\/[a-z0-9]{18})/)],
    ['a child', front, await link(front, await link(front, '/cases', /href="(\/cases\/[a-z0-9]{18})/), /href="(\/people\/[a-z0-9]{18})/)],
    ['a procedure', dsl, '/procedures/referral'],
  ];
  let cheapest;
  console.log('| page | median ms | 95th percentile ms | × the cheapest |\n|---|---|---|---|');
  for (const [name, visitor, path] of pages) {
    const { median, p95 } = await measure(visitor, path);
    cheapest ??= median;
    console.log(`| ${name} | ${median.toFixed(2)} | ${p95.toFixed(2)} | ${(median / cheapest).toFixed(1)} |`);
  }
} finally {
  server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
