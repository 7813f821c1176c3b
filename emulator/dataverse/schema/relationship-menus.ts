import { noLabel } from './tables/definition-columns.ts';
import type { Json } from './value.ts';

type Shown = {
  readonly order: number;
  readonly menu?: string;
  readonly query?: string;
  /** Whether it can be changed; otherwise true. */
  readonly fixed?: true;
};

const activities: Shown = { order: 20, menu: 'navActivities', query: 'CRMActivity.RollupRelatedByParty' };
const notChanged: Shown = { order: 10_000 };

/** Relationships that records show in their menus; the others are hidden (recorded definitions). */
const shown: Readonly<Record<string, Shown>> = {
  account_parent_account: { order: 40, menu: 'navSubAccts', query: 'CRMAccount.RetrieveSubAccounts' },
  contact_customer_accounts: { order: 50, menu: 'navContacts', query: 'CRMAccount.RetrieveSubContacts' },
  manualsla_account: { order: 10_000, menu: 'navAccounts' },
};

function shownAs(name: string, isCustom: boolean): Shown | null {
  if (name.endsWith('_ActivityPointers')) return activities;
  if (name.endsWith('_connections1')) return { order: 100, fixed: true };
  return shown[name] ?? (isCustom ? notChanged : null);
}

/** Where a relationship stands in the menu of a record (Learn: AssociatedMenuConfiguration ComplexType). */
export function menuOf(name: string, isCustom: boolean): Json {
  const found = shownAs(name, isCustom);
  return {
    Behavior: found === null ? 'DoNotDisplay' : 'UseCollectionName',
    Group: 'Details',
    Order: found?.order ?? null,
    IsCustomizable: found !== null && found.fixed !== true,
    Icon: null,
    ViewId: '00000000-0000-0000-0000-000000000000',
    AvailableOffline: true,
    MenuId: found?.menu ?? null,
    QueryApi: found?.query ?? null,
    Label: noLabel,
  };
}
