import {
  TextReader,
  TextWriter,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js';
import { type Ask, createdId, rowsIn } from './over-http.ts';

/** Reads an archive with a reader that others wrote. */
export async function filesIn(base64: string): Promise<Readonly<Record<string, string>>> {
  const reader = new ZipReader(new Uint8ArrayReader(new Uint8Array(Buffer.from(base64, 'base64'))));
  const found: Record<string, string> = {};
  for (const entry of await reader.getEntries())
    if (!entry.directory) found[entry.filename] = await entry.getData(new TextWriter());
  await reader.close();
  return found;
}

/** The same for writing. */
export async function archiveOf(files: Readonly<Record<string, string>>): Promise<string> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, text] of Object.entries(files)) await writer.add(name, new TextReader(text));
  return Buffer.from(await writer.close()).toString('base64');
}

/** A solution `cit_roles` of an environment with a role that reads accounts; their ids. */
export async function solutionWithRole(
  dev: Ask,
): Promise<{ readonly solution: string; readonly role: string }> {
  const publisher = createdId(
    await dev('POST publishers', {
      uniquename: 'contosoit',
      friendlyname: 'Contoso IT',
      customizationprefix: 'cit',
      customizationoptionvalueprefix: 41_000,
    }),
  );
  const solution = createdId(
    await dev('POST solutions', {
      uniquename: 'cit_roles',
      friendlyname: 'Integration & roles',
      version: '1.0.0.0',
      'publisherid@odata.bind': `/publishers(${publisher})`,
    }),
  );
  const units = await dev('GET businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null');
  const role = createdId(
    await dev(
      'POST roles',
      {
        name: 'Account sync',
        isinherited: 0,
        'businessunitid@odata.bind': `/businessunits(${String(rowsIn(units)[0]?.['businessunitid'])})`,
      },
      { 'MSCRM.SolutionUniqueName': 'cit_roles' },
    ),
  );
  await grant(dev, role, { prvReadAccount: 'Global', prvWriteAccount: 'Local' });
  return { solution, role };
}

/** A role grants these privileges and no other. */
export async function grant(ask: Ask, role: string, depths: Readonly<Record<string, string>>): Promise<void> {
  const Privileges = await Promise.all(
    Object.entries(depths).map(async ([name, Depth]) => {
      const found = await ask(`GET privileges?$select=privilegeid&$filter=name eq '${name}'`);
      return { PrivilegeId: rowsIn(found)[0]?.['privilegeid'], Depth };
    }),
  );
  await ask(`POST roles(${role})/Microsoft.Dynamics.CRM.ReplacePrivilegesRole`, { Privileges });
}
