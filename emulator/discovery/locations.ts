import { json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { bapFailure, bapMethodRefused } from './bap-failure.ts';

const collection = '/providers/Microsoft.BusinessAppPlatform/locations';
const type = 'Microsoft.BusinessAppPlatform/locations';

type Location = {
  readonly name: string;
  readonly displayName: string;
  readonly code: string;
  readonly azureRegions: readonly string[];
};

const location = (
  name: string,
  displayName: string,
  code: string,
  azureRegions: readonly string[],
): Location => ({ name, displayName, code, azureRegions });

/** Where environments can be made: some of those that Microsoft's Terraform provider recorded. */
const locations: readonly Location[] = [
  location('unitedstates', 'United States', 'NA', ['eastus', 'westus']),
  location('europe', 'Europe', 'EMEA', ['westeurope', 'northeurope']),
  location('asia', 'Asia', 'APAC', ['eastasia', 'southeastasia']),
  location('japan', 'Japan', 'JPN', ['japaneast', 'japanwest']),
  location('canada', 'Canada', 'CAN', ['canadacentral', 'canadaeast']),
  location('unitedkingdom', 'United Kingdom', 'GBR', ['uksouth', 'ukwest']),
  location('france', 'France', 'FRA', ['francecentral', 'francesouth']),
  location('switzerland', 'Switzerland', 'CHE', ['switzerlandnorth', 'switzerlandwest']),
];

const currencies = { USD: '$', EUR: '€', GBP: '£', CHF: 'CHF', CAD: '$', JPY: '¥' } as const;

const languages = [
  { localeId: 1033, localizedName: 'English (United States)', displayName: 'English (United States)' },
  { localeId: 1031, localizedName: 'Deutsch (Deutschland)', displayName: 'German (Germany)' },
  { localeId: 1036, localizedName: 'français (France)', displayName: 'French (France)' },
  { localeId: 1043, localizedName: 'Nederlands (Nederland)', displayName: 'Dutch (Netherlands)' },
  { localeId: 1041, localizedName: '日本語 (日本)', displayName: 'Japanese (Japan)' },
] as const;

const describeLocation = ({ name, ...properties }: Location, home: string) => ({
  id: `${collection}/${name}`,
  type,
  name,
  properties: {
    ...properties,
    isDefault: name === home,
    isDisabled: false,
    canProvisionDatabase: true,
    canProvisionCustomerEngagementDatabase: true,
  },
});

const currencyOf = (home: string): string =>
  home === 'europe' ? 'EUR' : home === 'unitedkingdom' ? 'GBP' : 'USD';

/** What environments in a location can have. */
function choicesOf(name: string, kind: 'environmentCurrencies' | 'environmentLanguages', home: string) {
  const one = (key: string, properties: Readonly<Record<string, unknown>>) => ({
    name: key,
    id: `${collection}/${name}/${kind}/${key}`,
    type: `${type}/${kind}`,
    properties,
  });
  return kind === 'environmentCurrencies'
    ? Object.entries(currencies).map(([code, symbol]) =>
        one(code, { code, symbol, isTenantDefault: code === currencyOf(home) }),
      )
    : languages.map((language) =>
        one(String(language.localeId), { ...language, isTenantDefault: language.localeId === 1033 }),
      );
}

/**
 * Where environments of a tenant can be made, and with which currencies and languages, which tools read before they make one (requests and
 * recordings of Microsoft's Terraform provider). `null` for any other path, which is in lower case.
 */
export function answerLocations(request: ServiceRequest, path: string, home: string): ServiceResponse | null {
  const asked =
    /^\/providers\/microsoft\.businessappplatform\/locations(?:\/([^/]+)\/environment(currencies|languages))?$/.exec(
      path,
    );
  if (asked === null) {
    return null;
  }
  if (request.method !== 'GET') {
    return bapMethodRefused(request.method, 'GET');
  }
  const [, name, kind] = asked;
  if (name === undefined) {
    return json(200, { value: locations.map((one) => describeLocation(one, home)) });
  }
  return locations.some((one) => one.name === name)
    ? json(200, {
        value: choicesOf(name, kind === 'languages' ? 'environmentLanguages' : 'environmentCurrencies', home),
      })
    : bapFailure(404, 'LocationNotFound', `The location '${name}' could not be found.`);
}
