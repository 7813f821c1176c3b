/** What a support pack can tell as it is; what is not chosen stands under a made-up name, the same one everywhere in the pack. */
export const SHARED_KINDS = ['hosts', 'ids', 'names', 'people', 'schema', 'request-ids', 'messages'] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** Names of Dataverse's tables, columns and privileges, and the ids that Microsoft's support asks for; the rest only when it is chosen. */
export const SHARED_AT_FIRST: readonly SharedKind[] = ['schema', 'request-ids'];

/** The files of a pack, and all of them as one. */
export const PACK_FORMS = ['md', 'json', 'html', 'zip'] as const;
export type PackForm = (typeof PACK_FORMS)[number];
