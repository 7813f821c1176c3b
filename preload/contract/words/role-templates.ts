import type { Depth, Verb } from './depth.ts';

type TableVerb = Exclude<Verb, 'Other'>;

/** What a template grants on each table that is chosen. */
export type TemplateGrant = { readonly verb: TableVerb; readonly depth: Exclude<Depth, 'None'> };

/** Security roles to begin with, for apps that work without a user; each grants nothing but what it says. */
export const ROLE_TEMPLATES = ['blank', 'read-only', 'read-write', 'own-rows'] as const;
export type RoleTemplateId = (typeof ROLE_TEMPLATES)[number];

/**
 * What each template grants on the tables that a person chooses. Nothing else is needed to sign in: an application user works with
 * one custom security role that "controls the kinds of data and operations the application is allowed to perform" (Microsoft Learn:
 * "Build web applications using server-to-server authentication"); setting a lookup needs Append on the row's table and Append to on
 * the table that it points to (Microsoft Learn: "Security roles and privileges").
 */
export const TEMPLATE_GRANTS: Readonly<Record<RoleTemplateId, readonly TemplateGrant[]>> = {
  blank: [],
  'read-only': [{ verb: 'Read', depth: 'Global' }],
  'read-write': [
    { verb: 'Create', depth: 'Global' },
    { verb: 'Read', depth: 'Global' },
    { verb: 'Write', depth: 'Global' },
    { verb: 'Append', depth: 'Global' },
    { verb: 'AppendTo', depth: 'Global' },
  ],
  'own-rows': [
    { verb: 'Create', depth: 'Basic' },
    { verb: 'Read', depth: 'Basic' },
    { verb: 'Write', depth: 'Basic' },
    { verb: 'Delete', depth: 'Basic' },
    { verb: 'Append', depth: 'Basic' },
    { verb: 'AppendTo', depth: 'Basic' },
  ],
};
