import { column, columns, flag, lookup, readOnly, text } from '../column.ts';
import { defineTable } from '../table.ts';

/**
 * What each user has set for itself, one row per user under its id (Learn: usersettings table reference; compared with a document of the real
 * service). Roles of the service read all of them and write those of their business unit.
 */
export const usersettings = defineTable({
  logicalName: 'usersettings',
  schemaName: 'UserSettings',
  displayName: 'User Settings',
  displayCollectionName: 'User Settings',
  entitySet: 'usersettingscollection',
  objectTypeCode: 150,
  ownership: 'BusinessOwned',
  primaryId: 'systemuserid',
  primaryName: null,
  verbs: ['Create', 'Read', 'Write', 'Delete', 'AppendTo'],
  scope: { kind: 'businessUnit', column: 'businessunitid' },
  columns: [
    readOnly(column('businessunitid', 'guid')),
    lookup('transactioncurrencyid', 'transactioncurrency'),
    column('timezonecode', 'integer', { fallback: 92 }),
    ...columns('integer', 'timezonebias timezonedaylightbias timezonestandardbias', { fallback: 0 }),
    ...columns('integer', 'localeid uilanguageid helplanguageid', { fallback: 1033 }),
    column('paginglimit', 'integer', { fallback: 50 }),
    column('advancedfindstartupmode', 'integer', { fallback: 1 }),
    ...columns('integer', 'addressbooksyncinterval offlinesyncinterval outlooksyncinterval', {
      fallback: 86_400_000,
    }),
    ...columns(
      'integer',
      `autocreatecontactonpromote calendartype currencyformatcode datavalidationmodeforexporttoexcel dateformatcode defaultcalendarview
       defaultsearchexperience entityformmode fullnameconventioncode incomingemailfilteringmethod longdateformatcode
       negativecurrencyformatcode negativeformatcode nexttrackingnumber reportscripterrors timeformatcode trackingtokenid
       visualizationpanelayout`,
      { fallback: 0 },
    ),
    text('homepagearea', 200),
    text('homepagesubarea', 200),
    column('homepagelayout', 'memo'),
    column('personalizationsettings', 'memo'),
    text('userprofile', 1024),
    text('defaultcountrycode', 30),
    text('amdesignator', 25, { fallback: 'AM' }),
    text('pmdesignator', 25, { fallback: 'PM' }),
    text('currencysymbol', 13),
    text('dateformatstring', 255, { fallback: 'M/d/yyyy' }),
    text('dateseparator', 5, { fallback: '/' }),
    text('decimalsymbol', 5, { fallback: '.' }),
    text('numbergroupformat', 25, { fallback: '3' }),
    text('numberseparator', 5, { fallback: ',' }),
    text('timeformatstring', 255, { fallback: 'h:mm tt' }),
    text('timeseparator', 5, { fallback: ':' }),
    text('workdaystarttime', 5, { fallback: '08:00' }),
    text('workdaystoptime', 5, { fallback: '17:00' }),
    column('defaultdashboardid', 'guid'),
    readOnly(column('lastalertsviewedtime', 'datetime')),
    flag('getstartedpanecontentenabled', true),
    flag('ignoreunsolicitedemail', true),
    flag('isappsforcrmalertdismissed'),
    flag('isdefaultcountrycodecheckenabled'),
    flag('isduplicatedetectionenabledwhengoingonline'),
    flag('isguidedhelpenabled', true),
    flag('issendasallowed'),
    flag('showweeknumber'),
    flag('synccontactcompany', true),
    flag('usecrmformforappointment'),
    flag('usecrmformforcontact'),
    flag('usecrmformforemail'),
    flag('usecrmformfortask'),
    flag('useimagestrips', true),
  ],
});
