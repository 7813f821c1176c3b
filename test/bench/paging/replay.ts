/**
 * A bare HTTP server in a process of its own, for the benchmark `paging`: it records the pages once from the demo cloud and then sends the
 * same bytes to every client, so that clients are measured and not the demo cloud.
 */
import { createServer } from 'node:http';
import { z } from 'zod';
import { ASKED, COLUMNS, PAGES, SET } from './task.ts';
import type { RecordTask, Replayed } from './task.ts';

/** A page without its link, and what follows the path in the address of the next one; null at the last. */
type Page = { readonly head: Buffer; readonly next: string | null };

const task: RecordTask = JSON.parse(process.argv[2] ?? '');
const KEY = 'pages';
const ROOT = `/api/data/v9.2/${SET}`;
const FIRST = `?$select=${COLUMNS.join(',')}`;
const { host } = new URL(task.url);
const answered = z.object({ '@odata.nextLink': z.string().default('') });

const pages = new Map<string, Page>();
let query: string | null = FIRST;
while (query !== null) {
  const answer = await fetch(task.pathUrl + ROOT + query, {
    headers: { ...ASKED, authorization: `Bearer ${task.token}` },
  });
  const body = await answer.text();
  const { '@odata.nextLink': link } = answered.parse(JSON.parse(body));
  const end = body.lastIndexOf(link === '' ? '}' : ',"@odata.nextLink"');
  const next: string | null =
    link === '' || pages.size + 1 === PAGES ? null : link.slice(link.indexOf(ROOT) + ROOT.length);
  pages.set(query, { head: Buffer.from(body.slice(0, end)), next });
  query = next;
}

const server = createServer((request, response) => {
  const { headers, url = '' } = request;
  // Clients write the first address in their own way and follow the others as they are.
  const page = pages.get(url.includes('$skiptoken') ? url.slice(url.indexOf(ROOT) + ROOT.length) : FIRST);
  if (page === undefined) {
    response.writeHead(404).end();
    return;
  }
  // As the demo cloud has it: links name the host by which it was asked.
  const base =
    headers['x-forwarded-host'] === host ? task.url : `http://${headers.host ?? ''}/${KEY}/${host}`;
  const tail = page.next === null ? '}' : `,"@odata.nextLink":"${base}${ROOT}${page.next}"}`;
  response.writeHead(200, {
    'content-type': 'application/json; odata.metadata=minimal',
    'content-length': page.head.length + Buffer.byteLength(tail),
  });
  response.write(page.head);
  response.end(tail);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  const replayed: Replayed = { origin, key: KEY, url: task.url, pathUrl: `${origin}/${KEY}/${host}` };
  process.send?.(replayed);
});
process.on('disconnect', () => process.exit());
