import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { importFailed } from '../import-failure.ts';
import { looksLikeConnectionString } from './connection-string.ts';
import { readConnectionStrings, readNamedStrings } from './connection-strings.ts';
import type { FoundConnections } from './connection.ts';
import { readPacProfiles, readPacSecrets } from './pac-profiles.ts';
import { readPowerPlatformToolBox } from './power-platform-toolbox.ts';
import { readXml } from './read-xml.ts';
import { readXrmToolBox } from './xrmtoolbox.ts';

const MOST_CONNECTIONS = 5000;

/** Texts anywhere in settings that are connection strings, by the name they stand under (e.g. `ConnectionStrings` of appsettings.json). */
const stringsIn = (
  value: unknown,
  name: string,
): readonly { readonly name: string; readonly text: string }[] => {
  if (typeof value === 'string') return looksLikeConnectionString(value) ? [{ name, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((one) => stringsIn(one, name));
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => stringsIn(one, key))
    : [];
};

const fromJson = (value: unknown): Result<FoundConnections> => {
  const found = readPowerPlatformToolBox(value) ?? readPacProfiles(value) ?? readPacSecrets(value);
  if (found !== null) return ok(found);
  const named = stringsIn(value, '');
  return named.length === 0
    ? importFailed('not-recognised')
    : ok({ format: 'connection-strings', ...readNamedStrings(named) });
};

const fromXml = (text: string): Result<FoundConnections> => {
  const elements = readXml(text);
  return elements.ok ? readXrmToolBox(elements.value) : elements;
};

/** Recognises connections of other tools by what stands in the text; `json` is its value when the text is JSON. */
export const readConnections = (
  text: string,
  json: { readonly value: unknown } | null,
): Result<FoundConnections> => {
  const found =
    json !== null
      ? fromJson(json.value)
      : text.startsWith('<')
        ? fromXml(text)
        : looksLikeConnectionString(text)
          ? ok(readConnectionStrings(text))
          : importFailed('not-recognised');
  return found.ok && found.value.connections.length > MOST_CONNECTIONS
    ? importFailed('too-many', String(MOST_CONNECTIONS))
    : found;
};
