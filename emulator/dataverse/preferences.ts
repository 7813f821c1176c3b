import type { MetadataLevel } from '../server/metadata-level.ts';
import { readMetadataLevel } from '../server/metadata-level.ts';

/** What a request's Prefer and Accept headers ask for (Learn: "Compose HTTP requests and handle errors"). */
export type Preferences = {
  readonly metadata: MetadataLevel;
  /** `odata.maxpagesize`, at most 5,000; null where none is asked for. */
  readonly maxPageSize: number | null;
  readonly returnRepresentation: boolean;
  /** Whether a link is asked for that tells what changes after this answer. */
  readonly tracksChanges: boolean;
  /** Whether answers carry an annotation with this full name. */
  readonly includes: (annotation: string) => boolean;
  /** Whether any annotation is asked for. */
  readonly asksForAnnotations: boolean;
  /** Value of the Preference-Applied header for what every read and write does, or null. */
  readonly applied: string | null;
};

/** Largest page (Learn: "Page results"). */
export const largestPage = 5000;

function annotationTest(list: string): (annotation: string) => boolean {
  const patterns = list.split(',').map((it) => it.trim());
  return (annotation) =>
    patterns.some((it) =>
      it.endsWith('*')
        ? annotation.startsWith(it.slice(0, -1))
        : it.toLowerCase() === annotation.toLowerCase(),
    );
}

/** Reads both headers; preferences that mean nothing here are ignored, as RFC 7240 asks. */
export function readPreferences({ accept, prefer }: Readonly<Record<string, string>>): Preferences {
  const text = prefer ?? '';
  const page = /odata\.maxpagesize\s*=\s*(\d{1,6})/i.exec(text)?.[1];
  const annotations = /odata\.include-annotations\s*=\s*(?:"([^"]*)"|([^,;\s"]+))/i.exec(text);
  const list = annotations?.[1] ?? annotations?.[2] ?? '';
  const returnRepresentation = /return\s*=\s*representation/i.test(text);
  const maxPageSize = page === undefined || Number(page) === 0 ? null : Math.min(Number(page), largestPage);
  const applied = [
    ...(maxPageSize === null ? [] : [`odata.maxpagesize=${maxPageSize}`]),
    ...(list === '' ? [] : [`odata.include-annotations="${list}"`]),
    ...(returnRepresentation ? ['return=representation'] : []),
  ];
  return {
    metadata: readMetadataLevel(accept),
    maxPageSize,
    returnRepresentation,
    tracksChanges: /(?:^|[,;\s])odata\.track-changes(?=$|[,;\s])/i.test(text),
    includes: list === '' ? () => false : annotationTest(list),
    asksForAnnotations: list !== '',
    applied: applied.length === 0 ? null : applied.join(','),
  };
}
