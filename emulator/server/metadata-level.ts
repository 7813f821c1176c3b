/** How much an OData answer tells beside the values: `odata.metadata` of the Accept header (OData JSON Format 4.0, 3.1). */
export type MetadataLevel = 'none' | 'minimal' | 'full';

/** Reads it; minimal where nothing, or nothing known, is asked for. */
export function readMetadataLevel(accept: string | undefined): MetadataLevel {
  const asked = /application\/json\s*;[^,]*?odata\.metadata\s*=\s*(none|full)\b/i.exec(accept ?? '')?.[1];
  const level = asked?.toLowerCase();
  return level === 'none' || level === 'full' ? level : 'minimal';
}

/** At the level `none` only links to what follows and counts are left (OData JSON Format 4.0, 3.1.3). */
const isControl = (name: string): boolean =>
  name.includes('@odata.') && !/@odata\.(?:nextLink|deltaLink|count)$/.test(name);

/** The JSON of an answer without control information. */
export const withoutControlInformation = (body: string): string =>
  JSON.stringify(
    JSON.parse(body, (_name, value: unknown) =>
      value === null || typeof value !== 'object' || Array.isArray(value)
        ? value
        : Object.fromEntries(Object.entries(value).filter(([name]) => !isControl(name))),
    ),
  );
