import type { EnvironmentSeed } from '../environment-seed.ts';
import type { Row } from '../schema/value.ts';
import { firstDayColumns, systemUserId } from './generate-units.ts';
import { guid } from './guid.ts';

const currencyId = (seed: EnvironmentSeed): string => guid('transactioncurrency', seed.organizationId);

/** The base currency. */
export const generateCurrencies = (seed: EnvironmentSeed): readonly Row[] => [
  {
    ...firstDayColumns(seed),
    transactioncurrencyid: currencyId(seed),
    currencyname: seed.geo === 'NA' ? 'US Dollar' : 'Euro',
    isocurrencycode: seed.geo === 'NA' ? 'USD' : 'EUR',
    currencysymbol: seed.geo === 'NA' ? '$' : '€',
    exchangerate: 1,
    versionnumber: 90_001,
  },
];

/** Settings of the organization as the XML string that `organizations` publishes (Learn: "OrgDBOrgSettings"). */
function orgSettings(seed: EnvironmentSeed): string {
  const settings = {
    EnableOwnershipAcrossBusinessUnits: seed.settings?.enableOwnershipAcrossBusinessUnits ?? false,
    DoNotRemoveRolesOnChangeBusinessUnit: seed.settings?.doNotRemoveRolesOnChangeBusinessUnit ?? false,
    AlwaysMoveRecordToOwnerBusinessUnit: true,
  };
  const elements = Object.entries(settings).map(([name, value]) => `<${name}>${String(value)}</${name}>`);
  return `<OrgSettings>${elements.join('')}</OrgSettings>`;
}

/** The one row of the organization table. */
export const generateOrganization = (seed: EnvironmentSeed): readonly Row[] => [
  {
    ...firstDayColumns(seed),
    organizationid: seed.organizationId,
    name: seed.uniqueName,
    orgdborgsettings: orgSettings(seed),
    initialversion: seed.version,
    schemanameprefix: 'new',
    currencysymbol: seed.geo === 'NA' ? '$' : '€',
    basecurrencyid: currencyId(seed),
    systemuserid: systemUserId(seed),
    isauditenabled: true,
    versionnumber: 90_000,
  },
];
