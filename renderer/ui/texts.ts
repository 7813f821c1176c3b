/** Words of the kit itself, in one place ready for translation. */
const number = new Intl.NumberFormat();

export const UI_TEXTS = {
  asOf: (time: string) => `As of ${time}`,
  notLoadedYet: 'Not loaded yet',
  refresh: 'Refresh',
  refreshing: 'Refreshing',
  filter: 'Filter',
  clearFilter: 'Clear filter',
  columns: 'Columns',
  exportMenu: 'Export',
  exportCsv: 'Save as CSV',
  exportJson: 'Save as JSON',
  copyRows: 'Copy to clipboard',
  exportScope: (count: number) => `${number.format(count)} ${count === 1 ? 'row' : 'rows'}`,
  exportSelected: (count: number) => `${number.format(count)} selected ${count === 1 ? 'row' : 'rows'}`,
  saved: 'Saved',
  copied: 'Copied',
  copy: 'Copy',
  copyValue: (what: string) => `Copy ${what}`,
  rows: (shown: number, all: number) =>
    shown === all
      ? `${number.format(all)} ${all === 1 ? 'row' : 'rows'}`
      : `${number.format(shown)} of ${number.format(all)} rows`,
  selected: (count: number) => `${number.format(count)} selected`,
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
    `${number.format(failed)} of ${number.format(total)} environments failed`,
  cancelledOf: (count: number) => `${number.format(count)} not asked because it was cancelled`,
  retryThose: (count: number) => (count === 1 ? 'Retry it' : `Retry those ${number.format(count)}`),
  showWhich: 'Show which',
  hideWhich: 'Hide',
  typeToConfirm: (name: string) => `Type ${name} to confirm`,
  production: 'Production',
  chooseEnvironments: 'Choose environments',
  searchEnvironments: 'Search environments',
  allEnvironments: (count: number) => `All ${number.format(count)} environments`,
  environmentsChosen: (count: number, all: number) =>
    count === 0
      ? 'No environment chosen'
      : `${number.format(count)} of ${number.format(all)} ${all === 1 ? 'environment' : 'environments'}`,
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

/** A number in the person's locale. */
export const formatNumber = (value: number): string => number.format(value);

/** "Yes" or "No". */
export const yesNo = (value: boolean): string => (value ? UI_TEXTS.yes : UI_TEXTS.no);
