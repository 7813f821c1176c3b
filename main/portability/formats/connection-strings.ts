import { looksLikeConnectionString, readConnectionString } from './connection-string.ts';
import type { FoundConnection, FoundConnections } from './connection.ts';

/** A line as people keep them: alone, or as a setting `NAME="…"` of a script or an environment file. */
const SETTING = /^(?:export\s+|set\s+|\$env:)?"?([A-Za-z_][\w.:-]*)"?\s*[=:]\s*(["'])(.*)\2\s*[,;]?$/;

const nameOf = (address: string, at: number): string => {
  const host = /([a-z0-9-]+)\.[a-z0-9.-]+/i.exec(address.replace(/^https?:\/\//i, ''))?.[1];
  return host ?? `Connection ${at + 1}`;
};

/** Reads texts that were said to be connection strings, each with the name it had. */
export const readNamedStrings = (
  named: readonly { readonly name: string; readonly text: string }[],
): Pick<FoundConnections, 'connections' | 'unreadable'> => {
  const read = named.map(({ name, text }, at): FoundConnection | null => {
    const found = readConnectionString(text, name);
    return found === null || found.name !== '' ? found : { ...found, name: nameOf(found.address, at) };
  });
  const connections = read.filter((one) => one !== null);
  return { connections, unreadable: read.length - connections.length };
};

/** Reads pasted connection strings, one per line. Lines that hold none (comments, headings) are passed over. */
export const readConnectionStrings = (text: string): FoundConnections => {
  const named = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => looksLikeConnectionString(line) && !/^(#|\/\/|--)/.test(line))
    .map((line) => {
      const [, name = '', , inside = ''] = SETTING.exec(line) ?? [];
      return inside === '' || !looksLikeConnectionString(inside)
        ? { name: '', text: line.replace(/^(["'])(.*)\1,?$/, '$2') }
        : { name, text: inside };
    });
  return { format: 'connection-strings', ...readNamedStrings(named) };
};
