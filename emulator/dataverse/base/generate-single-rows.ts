import type { Blueprint } from './blueprint.ts';
import type { Row } from '../schema/value.ts';
import { firstDayColumns } from './generate-units.ts';
import { guid } from './guid.ts';

const currencyId = (plan: Blueprint): string => guid('transactioncurrency', plan.seed.organizationId);

/** The base currency. */
export const generateCurrencies = (plan: Blueprint): readonly Row[] => [
  {
    ...firstDayColumns(plan),
    transactioncurrencyid: currencyId(plan),
    currencyname: plan.seed.geo === 'NA' ? 'US Dollar' : 'Euro',
    isocurrencycode: plan.seed.geo === 'NA' ? 'USD' : 'EUR',
    currencysymbol: plan.seed.geo === 'NA' ? '$' : '€',
    exchangerate: 1,
    versionnumber: 90_001,
  },
];

/** Settings of the organization as the XML string that `organizations` publishes (Learn: "OrgDBOrgSettings"). */
function orgSettings(plan: Blueprint): string {
  const settings = {
    EnableOwnershipAcrossBusinessUnits: plan.seed.settings?.enableOwnershipAcrossBusinessUnits ?? false,
    DoNotRemoveRolesOnChangeBusinessUnit: plan.seed.settings?.doNotRemoveRolesOnChangeBusinessUnit ?? false,
    AlwaysMoveRecordToOwnerBusinessUnit: plan.seed.settings?.alwaysMoveRecordToOwnerBusinessUnit ?? true,
    AllowRoleAssignmentOnDisabledUsers: plan.seed.settings?.allowRoleAssignmentOnDisabledUsers ?? false,
  };
  const elements = Object.entries(settings).map(([name, value]) => `<${name}>${String(value)}</${name}>`);
  return `<OrgSettings>${elements.join('')}</OrgSettings>`;
}

/** The one row of the organization table. */
export const generateOrganization = (plan: Blueprint): readonly Row[] => [
  {
    ...firstDayColumns(plan),
    organizationid: plan.seed.organizationId,
    name: plan.seed.uniqueName,
    orgdborgsettings: orgSettings(plan),
    initialversion: plan.seed.version,
    schemanameprefix: 'new',
    currencysymbol: plan.seed.geo === 'NA' ? '$' : '€',
    basecurrencyid: currencyId(plan),
    systemuserid: plan.systemUserId,
    isauditenabled: true,
    versionnumber: 90_000,
  },
];
