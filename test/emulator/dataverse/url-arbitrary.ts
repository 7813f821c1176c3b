import fc from 'fast-check';

const columns = [
  'name',
  'revenue',
  'createdon',
  'statecode',
  'accountid',
  '_ownerid_value',
  'creditonhold',
  'nosuch',
];
const lookups = ['primarycontactid', 'ownerid', 'createdby', 'parentaccountid'];
const collections = ['contact_customer_accounts', 'Account_Tasks', 'account_parent_account'];
const literals = [
  'null',
  'true',
  "'x'",
  "'O''Neil'",
  '1',
  '-2.5',
  '1e3',
  '10m',
  '2024-01-31',
  '2024-02-31',
  '2024-01-31T00:00:00Z',
  '886b280c-6396-4d56-a0a3-2c1b0a50ceb0',
  '00000000-0000-0000-0000-000000000000',
  "Microsoft.Dynamics.CRM.OwnershipTypes'UserOwned'",
  "guid'x'",
  '@p',
  "['1','2']",
];
const functions = [
  'In',
  'Between',
  'LastXDays',
  'Today',
  'InFiscalPeriodAndYear',
  'Under',
  'ContainValues',
  'Nope',
];
const sets = [
  'accounts',
  'contacts',
  'systemusers',
  'roles',
  'businessunits',
  'EntityDefinitions',
  'RelationshipDefinitions',
  'GlobalOptionSetDefinitions',
  'nosuch',
];

const path = fc.oneof(
  fc.constantFrom(...columns),
  fc
    .tuple(fc.constantFrom(...lookups), fc.constantFrom('fullname', 'name', 'createdby/fullname'))
    .map((it) => it.join('/')),
);

const { filter } = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .tuple(
        path,
        fc.constantFrom('eq', 'ne', 'gt', 'le', 'in', 'add'),
        fc.oneof(fc.constantFrom(...literals), path),
      )
      .map((it) => it.join(' ')),
    fc
      .tuple(fc.constantFrom('contains', 'startswith', 'tolower', 'now'), path, fc.constantFrom(...literals))
      .map(([name, of, value]) => `${name}(${of},${value})`),
    fc
      .tuple(
        fc.constantFrom('', ...lookups.map((it) => `${it}/`), 'o/', 'o/createdby/', 'name/', 'nosuch/'),
        fc.constantFrom(...functions),
        path,
        fc.constantFrom('PropertyValue', 'PropertyValues', 'PropertyValue1'),
        fc.constantFrom(...literals),
      )
      .map(
        ([before, name, of, parameter, value]) =>
          `${before}Microsoft.Dynamics.CRM.${name}(PropertyName='${of}',${parameter}=${value})`,
      ),
    fc.tuple(tie('filter'), fc.constantFrom('and', 'or'), tie('filter')).map((it) => `(${it.join(' ')})`),
    tie('filter').map((it) => `not ${it}`),
    fc
      .tuple(fc.constantFrom(...collections), fc.constantFrom('any', 'all'), tie('filter'))
      .map(([of, op, inner]) => `${of}/${op}(o:o/${inner})`),
  ),
}));

const { expand } = fc.letrec<{ expand: string }>((tie) => ({
  expand: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...lookups, ...collections, 'name', '*'),
    fc.constantFrom(...lookups, ...collections).map((it) => `${it}/$ref`),
    fc
      .tuple(
        fc.constantFrom(...lookups, ...collections),
        fc.constantFrom(
          '$select=name',
          '$select=fullname',
          '$top=1',
          '$orderby=createdon desc',
          '$count=true',
          '$levels=2',
          '',
        ),
        fc.constantFrom('', ';', ';$select=createdon'),
      )
      .map(([of, option, more]) => `${of}(${option}${more})`),
    fc
      .tuple(fc.constantFrom(...collections, ...lookups), tie('expand'))
      .map(([of, inner]) => `${of}($expand=${inner})`),
  ),
}));

const aggregate = fc
  .tuple(path, fc.constantFrom('sum', 'average', 'max', 'countdistinct', 'avg'), fc.constantFrom('n', 'name'))
  .map(([of, method, alias]) => `aggregate(${of} with ${method} as ${alias},$count as rows)`);
const apply = fc.oneof(
  aggregate,
  fc.tuple(path, aggregate).map(([of, inner]) => `groupby((${of}),${inner})`),
  fc.tuple(filter, path).map(([test, of]) => `filter(${test})/groupby((${of}))`),
  fc.constantFrom('identity', 'topcount(2,revenue)', 'compute(revenue mul 2 as x)'),
);

const option = fc.oneof(
  filter.map((it) => `$filter=${it}`),
  expand.map((it) => `$expand=${it}`),
  apply.map((it) => `$apply=${it}`),
  fc.array(path, { maxLength: 3 }).map((it) => `$select=${it.join(',')}`),
  fc.tuple(path, fc.constantFrom('', ' asc', ' desc', ' up')).map((it) => `$orderby=${it.join('')}`),
  fc.constantFrom(
    '$top=3',
    '$top=-1',
    '$count=true',
    '$skip=1',
    '$format=json',
    '@p=1',
    "@p='x'",
    '@p=[',
    '$skiptoken=x',
    '$deltatoken=x',
    '$deltatoken=0%2101%2f14%2f2026%2008%3a10%3a44',
    '$deltatoken=999999999999999%2101%2f14%2f2026%2008%3a10%3a44',
    '$skiptoken=%3Ccookie pagenumber="2" pagingcookie="%253Cversionnumber%2520last%253D%25229%2522%2520deleted%253D%25221%2522" datatoken="1!01/14/2026 08:10:44"',
  ),
);

const place = fc.oneof(
  fc.constantFrom(...sets),
  fc
    .tuple(
      fc.constantFrom(...sets),
      fc.constantFrom(
        '(886b280c-6396-4d56-a0a3-2c1b0a50ceb0)',
        "(LogicalName='account')",
        "(accountnumber='AC-10001')",
        "(accountnumber='AC-10001')/primarycontactid",
        "(accountnumber='AC-10001')/contact_customer_accounts",
        "(LogicalName='account')/Attributes",
        "(LogicalName='account')/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata",
        '/$count',
        '/$ref',
        '/Microsoft.Dynamics.CRM.account',
        '()',
      ),
    )
    .map((it) => it.join('')),
);

/** An address as somebody might write it: mostly of valid parts, not always put together as they fit. */
const written = fc
  .tuple(place, fc.array(option, { maxLength: 3 }))
  .map(([of, options]) => `/${of}${options.length === 0 ? '' : `?${options.join('&')}`}`);

const noise = fc.constantFrom(
  "'",
  '(',
  ')',
  '/',
  '$',
  '%',
  '%27',
  ',',
  ';',
  '=',
  '&',
  '?',
  '@',
  ' ',
  ':',
  '[',
  '\u0000',
  'é',
  '.',
);

/** The same with some of its characters lost, doubled or replaced. */
const mutated = fc
  .tuple(
    written,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('cut', 'double', 'put'), noise), { maxLength: 4 }),
  )
  .map(([url, changes]) =>
    changes.reduce((text, [where, change, mark]) => {
      const at = 1 + (where % Math.max(1, text.length - 1));
      if (change === 'cut') return text.slice(0, at) + text.slice(at + 3);
      if (change === 'double') return text.slice(0, at) + text.slice(Math.max(1, at - 12));
      return text.slice(0, at) + mark + text.slice(at);
    }, url),
  );

/** Addresses below the root of the Web API, right and wrong ones. */
export const url = fc.oneof({ weight: 2, arbitrary: written }, { weight: 1, arbitrary: mutated });
