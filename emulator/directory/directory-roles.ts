import type { Account } from './records.ts';

/** A built-in role of the directory by its template's id (Learn: permissions-reference of Microsoft Entra built-in roles). */
export type DirectoryRole = {
  readonly templateId: string;
  readonly displayName: string;
  readonly description: string;
};

/** Those that have to do with apps and Dataverse; there are many more, which nobody holds here. */
export const directoryRoles = [
  {
    templateId: '62e90394-69f5-4237-9190-012177145e10',
    displayName: 'Global Administrator',
    description:
      'Can manage all aspects of Microsoft Entra ID and Microsoft services that use Microsoft Entra identities.',
  },
  {
    templateId: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
    displayName: 'Application Administrator',
    description: 'Can create and manage all aspects of app registrations and enterprise apps.',
  },
  {
    templateId: '158c047a-c907-4556-b7ef-446551a6b5f7',
    displayName: 'Cloud Application Administrator',
    description:
      'Can create and manage all aspects of app registrations and enterprise apps except App Proxy.',
  },
  {
    templateId: '11648597-926c-4cf3-9c36-bcebb0ba8dcc',
    displayName: 'Power Platform Administrator',
    description:
      'Can create and manage all aspects of Microsoft Dynamics 365, Power Apps and Power Automate.',
  },
  {
    templateId: '44367163-eba1-44c3-98af-f5787879f96a',
    displayName: 'Dynamics 365 Administrator',
    description: 'Can manage all aspects of the Dynamics 365 product.',
  },
] as const satisfies readonly DirectoryRole[];

const [globalAdministrator] = directoryRoles;

/** The roles of a person: whoever administers the tenant does so as Global Administrator. */
export const rolesOf = ({ kind }: Pick<Account, 'kind'>): readonly DirectoryRole[] =>
  kind === 'administrator' ? [globalAdministrator] : [];
