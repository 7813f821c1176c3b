import { formatNumber } from '../../preload/contract/words/texts/format-number.ts';

/** Words of the kit itself, in one place ready for translation. */
export const UI_TEXTS = {
  asOf: (time: string) => `As of ${time}`,
  notLoadedYet: 'Not loaded yet',
  pasteTooLong:
    'That is too long to be pasted; nothing was taken. Save it as a file and choose the file instead.',
  refresh: 'Refresh',
  refreshing: 'Refreshing',
  filter: 'Filter',
  clearFilter: 'Clear filter',
  columns: 'Columns',
  exportMenu: 'Export',
  exportCsv: 'Save as CSV',
  exporting: (rows: number) => `Export: ${formatNumber(rows)} rows so far`,
  cancelExport: 'Cancel the export',
  exportJson: 'Save as JSON',
  copyRows: 'Copy to clipboard',
  exportScope: (count: number) => `${formatNumber(count)} ${count === 1 ? 'row' : 'rows'}`,
  exportSelected: (count: number) => `${formatNumber(count)} selected ${count === 1 ? 'row' : 'rows'}`,
  saved: 'Saved',
  copied: 'Copied',
  copy: 'Copy',
  copyValue: (what: string) => `Copy ${what}`,
  rows: (shown: number, all: number) =>
    shown === all
      ? `${formatNumber(all)} ${all === 1 ? 'row' : 'rows'}`
      : `${formatNumber(shown)} of ${formatNumber(all)} rows`,
  selected: (count: number) => `${formatNumber(count)} selected`,
  clearSelection: 'Clear selection',
  selectAll: 'Select all rows',
  noMatch: 'No row matches the filter',
  noMatchHint: (filter: string) => `Nothing contains “${filter}”.`,
  loading: 'Loading',
  loadingRow: 'Loading…',
  sortedAscending: 'sorted ascending',
  sortedDescending: 'sorted descending',
  close: 'Close',
  moreActions: 'More',
  cancel: 'Cancel',
  back: 'Back',
  next: 'Next',
  widen: 'Drag or use the arrow keys to resize the details',
  whatToDo: 'What to do',
  details: 'Details for support',
  code: 'Code',
  requestId: 'Request id',
  correlationId: 'Correlation id',
  traceId: 'Trace id',
  timestamp: 'Timestamp',
  retry: 'Retry',
  copyDetails: 'Copy details',
  failedOf: (failed: number, total: number) =>
    `${formatNumber(failed)} of ${formatNumber(total)} environments failed`,
  cancelledOf: (count: number) => `${formatNumber(count)} not asked because it was cancelled`,
  retryThose: (count: number) => (count === 1 ? 'Retry it' : `Retry those ${formatNumber(count)}`),
  showWhich: 'Show which',
  hideWhich: 'Hide',
  typeToConfirm: (name: string) => `Type ${name} to confirm`,
  production: 'Production',
  chooseEnvironments: 'Choose environments',
  searchEnvironments: 'Search environments',
  allEnvironments: (count: number) => `All ${formatNumber(count)} environments`,
  workspaces: 'Workspaces',
  allWorkspaces: 'All workspaces',
  workspacesChosen: (first: string, count: number) =>
    count === 1 ? first : `${first} and ${formatNumber(count - 1)} more`,
  environmentsChosen: (count: number, all: number) =>
    count === 0
      ? 'No environment chosen'
      : `${formatNumber(count)} of ${formatNumber(all)} ${all === 1 ? 'environment' : 'environments'}`,
  selectAllShown: 'Select all',
  selectNone: 'Select none',
  selectNonProduction: 'All but production',
  noEnvironmentMatches: 'No environment matches',
  stepOf: (step: number, count: number) => `Step ${step} of ${count}`,
  notice: 'Notice',
  dismiss: 'Dismiss',
  yes: 'Yes',
  no: 'No',
  utc: (text: string) => `${text} UTC`,
  never: 'Never',
  none: 'None',
} as const;

/** "Yes" or "No". */
export const yesNo = (value: boolean): string => (value ? UI_TEXTS.yes : UI_TEXTS.no);
