import { fakeId } from '../../../support/fake-door/fake-ids.ts';
import { environments, profiles } from '../../../support/fake-door/fake-world.ts';
import type { Screen } from './screen.ts';
import { inWorkspace, idOf, button } from './screen.ts';

/** Home, environments and the apps with their credentials. */
export const APPLICATION_SCREENS: readonly Screen[] = [
  { name: 'home', where: { address: inWorkspace('home') }, words: '5 of 40 environments fail' },
  {
    name: 'environments',
    where: { address: inWorkspace('environments') },
    words: '5 of 40 environments failed',
  },
  {
    name: 'environment details',
    where: { address: inWorkspace(`environments?environment=${idOf(environments[3])}`) },
    words: 'There is no user for this sign-in in the environment',
  },
  {
    name: 'environments, adding',
    where: { address: inWorkspace('environments?panel=add') },
    words: 'Add environment',
  },
  { name: 'applications', where: { address: inWorkspace('applications') }, words: 'Order sync' },
  {
    name: 'application details',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[1])}`) },
    words: 'Other actions',
  },
  {
    name: 'credentials of an application',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[1])}&tab=credentials`) },
    words: 'Azure Function (Pieter)',
  },
  {
    name: 'a rotation to begin, previewed',
    where: { address: inWorkspace(`applications/rotate?app=${idOf(profiles[0])}`) },
    act: (page) => button(page, 'Preview the rotation').click(),
    words: 'Not known to every part of Entra',
  },
  {
    name: 'a rotation with an environment that refuses',
    where: {
      scenario: 'rotation=proving',
      address: inWorkspace(`applications/rotate?app=${idOf(profiles[0])}`),
    },
    act: (page) => page.getByText('May be left out').first().waitFor(),
    words: 'It is proved in 2 of 4 environments.',
  },
  {
    name: 'a rotation whose new credential would live in memory alone',
    where: {
      scenario: 'notices&locked',
      address: inWorkspace(`applications/rotate?app=${idOf(profiles[0])}`),
    },
    act: (page) => button(page, 'Preview the rotation').click(),
    words: 'Kept for this session only',
  },
  {
    name: 'removing the old credential of a rotation',
    where: {
      scenario: 'rotation=switched',
      address: inWorkspace(`applications/rotate?app=${idOf(profiles[0])}`),
    },
    act: (page) => button(page, 'Remove the old one…').click(),
    words: 'Type Northwind to confirm',
  },
  {
    name: 'home with an unfinished rotation',
    where: { scenario: 'rotation=proving', address: inWorkspace('home') },
    words: 'Unfinished rotations',
  },
  {
    name: 'a secret to be made by Entra, previewed',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=entra-secret`) },
    act: (page) => button(page, 'Preview').click(),
    words: 'One more, its value in the vault',
  },
  {
    name: 'a secret that Entra just made, to be copied once',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=entra-secret`) },
    act: async (page) => {
      await button(page, 'Preview').click();
      await button(page, 'Apply').click();
    },
    words: 'The secret cannot be shown or copied again.',
  },
  {
    name: 'adding an application',
    where: { address: inWorkspace('applications?panel=add') },
    words: 'Order sync',
  },
  {
    name: 'registering an application whose name is taken',
    where: { address: inWorkspace('applications?panel=add&way=register') },
    act: (page) => page.getByRole('textbox', { name: 'Name' }).fill('Order sync'),
    words: 'An app of this workspace is already called Order sync',
  },
  {
    name: 'pasting an object id instead of a client id',
    where: { address: inWorkspace('applications?panel=add&way=paste') },
    act: (page) => page.getByRole('textbox', { name: /client/i }).fill(fakeId.application(50)),
    words: 'This is the object ID of the app registration Order importer',
  },
  {
    name: 'searching an application that is not there',
    where: { address: inWorkspace('applications?panel=add&way=pick') },
    act: (page) => page.getByRole('searchbox', { name: 'Search by name' }).fill('zzz'),
    words: 'No app registration matches.',
  },
  {
    name: 'an application of another tenant',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[2])}`) },
    words: 'Not in this tenant: the registration is in the home tenant.',
  },
  {
    name: 'an application that the tenant does not know',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[3])}`) },
    words: 'This tenant does not know the app',
  },
  {
    name: 'linking an application',
    where: { address: inWorkspace('applications?panel=link') },
    words: 'Contoso Connector',
  },
  {
    name: 'adding a secret',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=secret`) },
    words: 'Order sync',
  },
  {
    name: 'adding a certificate',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=certificate`) },
    words: 'Order sync',
  },
  {
    name: 'a secret with more around it',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=secret`) },
    act: (page) => page.getByLabel('Secret value').fill('ClientId=1;ClientSecret=abc8Q~not-a-secret'),
    words: 'This is a whole connection string. The secret is what stands behind “ClientSecret”.',
  },
  {
    name: 'making a certificate',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=certificate`) },
    act: (page) => page.getByText('Make a new one').click(),
    words: 'Name in the certificate',
  },
  {
    name: 'a certificate that was made',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=certificate`) },
    act: async (page) => {
      await page.getByText('Make a new one').click();
      await button(page, 'Make certificate').click();
    },
    words: 'customKeyIdentifier',
  },
  {
    name: 'public part of a certificate',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[1])}&tab=credentials`) },
    act: (page) => button(page, 'Thumbprints and public part').click(),
    words: 'x5t#S256',
  },
  {
    name: 'tokens of an app',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[1])}&tab=tokens`) },
    words: 'As expected',
  },
  {
    name: 'a token that differs',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[1])}&tab=tokens`) },
    act: (page) => button(page, /Differs/).click(),
    words: 'must not be there',
  },
  {
    name: 'a token that was refused',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[1])}&tab=tokens`) },
    act: (page) => button(page, /Refused/).click(),
    words: 'The client secret has expired',
  },
  {
    name: 'tokens of an app without a credential',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[3])}&tab=tokens`) },
    words: 'This app has no credential here',
  },
];
