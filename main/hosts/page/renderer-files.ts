import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve } from 'node:path';
import { pageHeaders } from './content-security-policy.ts';

/** One answer to the page. */
export type PageAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * The file that a URL path of the page means, or null when it leaves the folder, is hidden or has a type that the page
 * never loads. Decodes percent signs once, as the URL standard does.
 */
const rendererFile = (folder: string, urlPath: string): string | null => {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    // A broken percent escape names no file.
    return null;
  }
  if (path.includes('\0') || path.includes('\\') || path.includes(':')) return null;
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  const inside = relative(folder, file);
  if (
    inside === '' ||
    inside.startsWith('..') ||
    isAbsolute(inside) ||
    inside.split('/').some((part) => part.startsWith('.'))
  )
    return null;
  return Object.hasOwn(CONTENT_TYPES, extname(file)) ? file : null;
};

/** Answers a path of the page from the built renderer; the HTML gets a fresh nonce that its policy header names too. */
export const answerFromRenderer = async (folder: string, urlPath: string): Promise<PageAnswer> => {
  const nonce = randomBytes(16).toString('base64');
  const file = rendererFile(folder, urlPath);
  const content = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || content === null) {
    return {
      status: 404,
      headers: { ...pageHeaders(nonce), 'content-type': 'text/plain' },
      body: Buffer.from('Not found'),
    };
  }
  const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
  const body =
    extname(file) === '.html'
      ? Buffer.from(content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce))
      : content;
  return { status: 200, headers: { ...pageHeaders(nonce), 'content-type': type }, body };
};
