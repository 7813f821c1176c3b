import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseClientId, parseTenantId } from '../../../preload/contract/words/ids.ts';
import type { ConnectionGap } from '../../../preload/contract/words/portability.ts';
import { importFailed } from '../import-failure.ts';
import { looksLikeConnectionString, readConnectionString } from './connection-string.ts';
import { readNamedStrings } from './connection-strings.ts';
import { NOTHING_FOUND, readThumbprint, realGuid } from './connection.ts';
import type { FoundConnection, FoundConnections } from './connection.ts';
import { childText, elementsNamed } from './read-xml.ts';
import type { XmlElement } from './read-xml.ts';

/** `https://org.api.crm4.dynamics.com/XRMServices/…` is the same environment as `https://org.crm4.dynamics.com`. */
const addressOf = (detail: XmlElement): string =>
  childText(detail, 'originalurl', 'webapplicationurl') ||
  childText(detail, 'organizationserviceurl')
    .replace(/\.api\./i, '.')
    .replace(/\/xrmservices\/.*$/i, '');

/** Members are those of `ConnectionDetail` of MscrmTools.Xrm.Connection. */
const readDetail = (detail: XmlElement): FoundConnection | null => {
  const address = addressOf(detail);
  const name = childText(detail, 'connectionname', 'organizationfriendlyname', 'organization') || address;
  const text = childText(detail, 'connectionstring');
  if (looksLikeConnectionString(text)) return readConnectionString(text, name);
  if (address === '') return null;
  const found = {
    ...NOTHING_FOUND,
    name,
    address,
    tenantId: realGuid(parseTenantId, childText(detail, 'tenantid')),
  };
  const clientId = realGuid(parseClientId, childText(detail, 'azureadappid'));
  const gaps: readonly ConnectionGap[] = clientId === null ? ['no-client-id'] : [];
  const kind = childText(detail, 'newauthtype').toLowerCase();
  const certificate = detail.children.find((one) => one.name === 'certificateinfo');
  const thumbprint = certificate === undefined ? null : readThumbprint(childText(certificate, 'thumbprint'));
  if (kind === 'certificate' || thumbprint !== null)
    return { ...found, clientId, gaps, credential: 'certificate-store', thumbprint };
  const secret = childText(detail, 's2sclientsecret', 'clientsecret');
  // Its secrets are encrypted by the tool for itself.
  if (kind === 'clientsecret' || (secret !== '' && childText(detail, 'username') === ''))
    return { ...found, clientId, gaps, credential: secret === '' ? 'elsewhere' : 'encrypted' };
  const onPremises = kind === 'ad' || kind === 'ifd' || childText(detail, 'useifd') === 'true';
  return { ...found, gaps: onPremises ? ['on-premises', 'signs-in-as-a-person'] : ['signs-in-as-a-person'] };
};

/**
 * Reads connection files of XrmToolBox, and connection strings of a .NET configuration file. The list of connection files
 * (`MscrmTools.ConnectionsList.xml`) holds no connections: the failure names the files that do.
 */
export const readXrmToolBox = (elements: readonly XmlElement[]): Result<FoundConnections> => {
  const details = elementsNamed(elements, 'connectiondetail');
  if (details.length > 0 || elements.some(({ name }) => name === 'crmconnections')) {
    const read = details.map(readDetail);
    const connections = read.filter((one) => one !== null);
    return ok({ format: 'xrmtoolbox', connections, unreadable: read.length - connections.length });
  }
  const files = elementsNamed(elements, 'connectionfile').map((one) => childText(one, 'path', 'name'));
  if (files.length > 0) return importFailed('list-of-files', files.slice(0, 10).join(', '));
  const strings = elementsNamed(elementsNamed(elements, 'connectionstrings'), 'add').map(
    ({ attributes }) => ({
      name: attributes.get('name') ?? '',
      text: attributes.get('connectionstring') ?? '',
    }),
  );
  const named = strings.filter(({ text }) => looksLikeConnectionString(text));
  return named.length === 0
    ? importFailed('not-recognised')
    : ok({ format: 'connection-strings', ...readNamedStrings(named) });
};
