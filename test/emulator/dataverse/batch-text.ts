import type { Answer } from './rig.ts';

/** Lines as HTTP ends them. */
export const lines = (...all: readonly string[]): string => all.join('\r\n');

/** A request as it stands in a part. */
export const operation = (method: string, url: string, body: unknown = null, id: string | null = null) =>
  operationOf(method, url, body === null ? null : JSON.stringify(body), id);

/** The same with the text of its body, as only whoever writes JSON by hand sends it. */
export const operationOf = (method: string, url: string, body: string | null, id: string | null) =>
  lines(
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(id === null ? [] : [`Content-ID: ${id}`]),
    '',
    `${method} ${url} HTTP/1.1`,
    ...(body === null ? [] : ['Content-Type: application/json', '', body]),
    ...(body === null ? ['', ''] : []),
  );

/** Parts between boundaries. */
export const multipart = (boundary: string, ...parts: readonly string[]): string =>
  lines(...parts.flatMap((it) => [`--${boundary}`, it]), `--${boundary}--`, '');

/** A change set as a part of a batch. */
export const changeSet = (...parts: readonly string[]): string =>
  lines('Content-Type: multipart/mixed; boundary="set"', '', multipart('set', ...parts));

/** Statuses of all answers in a batch, in their order. */
export const statuses = ({ text }: Answer): readonly number[] =>
  [...text.matchAll(/^HTTP\/1\.1 (\d+) /gm)].map((it) => Number(it[1]));
