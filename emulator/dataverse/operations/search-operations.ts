import { ServiceFault } from '../errors/service-fault.ts';
import type { WebApiAction, WebApiFunction } from './operation.ts';

/** Searches; Dataverse search is off, as where no administrator has enabled it (Learn: "Search for Dataverse records", Error when search not enabled). */
export const searchActions: readonly WebApiAction[] = [
  'searchquery',
  'searchsuggest',
  'searchautocomplete',
].map((name) => ({
  name,
  boundTo: null,
  run: () => {
    // The code is in small letters in the answer that Learn shows.
    throw new ServiceFault(400, '0x80048d0b', 'Dataverse Search feature is disabled for this organization.');
  },
}));

/** There is no index (Learn: "Dataverse Search statistics and status"). */
export const searchStatus: WebApiFunction = {
  name: 'searchstatus',
  boundTo: null,
  run: () => ({
    response: JSON.stringify({ value: { status: 'notprovisioned', lockboxstatus: 'Unknown' } }),
  }),
};
