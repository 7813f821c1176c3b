import type { Account, Tenant } from '../directory/records.ts';
import { guidOf } from './deterministic.ts';

/** The three tenants of the story. */
export type TenantName = 'contoso' | 'fabrikam' | 'adventureWorks';

function tenant(name: string, displayName: string, domain: string, country: string): Tenant {
  return { id: guidOf('tenant', name), displayName, domain, country };
}

/** Contoso makes the apps; Fabrikam and Adventure Works are its customers. */
export const tenants: Readonly<Record<TenantName, Tenant>> = {
  contoso: tenant('contoso', 'Contoso', 'contoso.demo.test', 'NL'),
  fabrikam: tenant('fabrikam', 'Fabrikam', 'fabrikam.demo.test', 'US'),
  adventureWorks: tenant('adventureWorks', 'Adventure Works', 'adventureworks.demo.test', 'GB'),
};

/** The Conditional Access policy that blocks people and apps of the story. */
export const conditionalAccessPolicy = guidOf('conditional access policy', 'contoso');

/** A tenant of another of Microsoft's clouds, which the sign-in service knows to be there and nothing else of. */
export const tenantElsewhere: Tenant = tenant(
  'treyResearch',
  'Trey Research Government',
  'treyresearch.demo.test',
  'US',
);

function account(
  home: TenantName,
  givenName: string,
  surname: string,
  alias: string,
  kind: Account['kind'],
  story: Partial<Pick<Account, 'enabled' | 'trouble' | 'triesAt' | 'home' | 'username'>> = {},
): Account {
  const { id, domain } = tenants[home];
  const username = `${alias}@${domain}`;
  return {
    objectId: guidOf('account', username),
    tenantId: id,
    username,
    displayName: `${givenName} ${surname}`,
    givenName,
    surname,
    kind,
    enabled: true,
    home: null,
    trouble: 'none',
    triesAt: [],
    ...story,
  };
}

/** An administrator and a plain user per tenant; at Contoso also those for whom signing in goes wrong. */
export const accounts = {
  contosoAdmin: account('contoso', 'Adele', 'Hartog', 'adele.admin', 'administrator'),
  contosoUser: account('contoso', 'Bram', 'Visser', 'bram.visser', 'user'),
  contosoEnvironmentAdmin: account(
    'contoso',
    'Esther',
    'Mulder',
    'esther.mulder',
    'environmentAdministrator',
  ),
  contosoSecondFactor: account('contoso', 'Mirthe', 'Faber', 'mirthe.faber', 'administrator', {
    trouble: 'mfa',
  }),
  contosoBlocked: account('contoso', 'Karel', 'Blok', 'karel.blok', 'administrator', { trouble: 'blocked' }),
  contosoExpired: account('contoso', 'Petra', 'Verloop', 'petra.verloop', 'user', {
    trouble: 'password-expired',
  }),
  contosoDisabled: account('contoso', 'Dirk', 'Uittenbogaard', 'dirk.uittenbogaard', 'user', {
    enabled: false,
  }),
  contosoGuest: account('contoso', 'Greta', 'Lind', 'greta.lind', 'user', {
    username: 'greta.lind@litware.demo.test',
    home: { tenantId: guidOf('tenant', 'litware'), name: 'Litware' },
  }),
  fabrikamAdmin: account('fabrikam', 'Felicia', 'Monroe', 'felicia.admin', 'administrator'),
  fabrikamUser: account('fabrikam', 'Dwayne', 'Okoro', 'dwayne.okoro', 'user'),
  adventureWorksAdmin: account('adventureWorks', 'Alastair', 'Penrose', 'alastair.admin', 'administrator'),
  adventureWorksUser: account('adventureWorks', 'Mina', 'Sharma', 'mina.sharma', 'user'),
  adventureWorksConsultant: account('adventureWorks', 'Colin', 'Ashdown', 'colin.ashdown', 'user', {
    triesAt: [tenants.contoso.id],
  }),
} as const;

/** The two people of a tenant. */
export const peopleOf: Readonly<Record<TenantName, { readonly admin: Account; readonly user: Account }>> = {
  contoso: { admin: accounts.contosoAdmin, user: accounts.contosoUser },
  fabrikam: { admin: accounts.fabrikamAdmin, user: accounts.fabrikamUser },
  adventureWorks: { admin: accounts.adventureWorksAdmin, user: accounts.adventureWorksUser },
};
