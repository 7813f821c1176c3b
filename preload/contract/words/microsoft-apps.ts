/** Apps of Microsoft whose ids people paste by mistake (Microsoft Learn: application ids of commonly used Microsoft applications). */
const MICROSOFT_APPS: ReadonlyMap<string, string> = new Map([
  ['00000007-0000-0000-c000-000000000000', 'Dataverse'],
  ['00000003-0000-0000-c000-000000000000', 'Microsoft Graph'],
  ['00000002-0000-0000-c000-000000000000', 'Azure AD Graph'],
  ['475226c6-020e-4fb2-8a90-7a972cbfc1d4', 'Power Apps Service'],
  ['7df0a125-d3be-4c96-aa54-591f83ff541c', 'Microsoft Flow Service'],
  ['8578e004-a5c6-46e7-913e-12f58912df43', 'Power Platform API'],
  ['065d9450-1e87-434e-ac2f-69af271549ed', 'the Power Platform admin center'],
  ['9cee029c-6210-4654-90bb-17e6e9d36617', 'the Power Platform CLI'],
  ['51f81489-12ee-4a9e-aaae-a2591f45987d', 'the sample app of Microsoft’s documentation'],
]);

/** The name of Microsoft's app with this client id; null when it is none that the console knows. */
export const microsoftAppNamed = (clientId: string): string | null =>
  MICROSOFT_APPS.get(clientId.toLowerCase()) ?? null;
