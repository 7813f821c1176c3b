/**
 * Every method of the console by name, and whether it answers once or streams. The renderer's bridge is made from
 * this list; the contract (contract/index.ts) fails to compile when it and this list differ.
 */
export const METHODS = {
  'app.start': 'call',
  'app.openExternal': 'call',
  'app.copyText': 'call',
  'app.saveText': 'call',
  'settings.get': 'call',
  'settings.update': 'call',
  'settings.dismissNotice': 'call',
  'clouds.list': 'call',
  'clouds.save': 'call',
  'clouds.remove': 'call',
  'clouds.understand': 'call',
  'vault.status': 'call',
  'vault.unlock': 'call',
  'vault.startAnew': 'call',
  'workspaces.list': 'call',
  'workspaces.create': 'call',
  'workspaces.update': 'call',
  'workspaces.remove': 'call',
  'workspaces.exploreDemo': 'call',
  'identity.signIn': 'call',
  'identity.switchAccount': 'call',
  'identity.signOut': 'call',
  'identity.account': 'call',
  'appProfiles.list': 'call',
  'appProfiles.create': 'call',
  'appProfiles.link': 'call',
  'appProfiles.remove': 'call',
  'appProfiles.addSecret': 'call',
  'appProfiles.addCertificate': 'call',
  'appProfiles.removeCredential': 'call',
  'appProfiles.addDemo': 'call',
  'environments.list': 'call',
  'environments.discover': 'stream',
  'environments.add': 'call',
  'environments.remove': 'call',
  'environments.check': 'stream',
  'applicationUsers.inventory': 'stream',
  'securityRoles.list': 'call',
  'securityRoles.privileges': 'call',
  'securityRoles.businessUnits': 'call',
  'securityRoles.names': 'stream',
  'fleet.plan': 'stream',
  'fleet.apply': 'stream',
  'fleet.operations': 'call',
  'fleet.operation': 'call',
  'fleet.acknowledge': 'call',
  'activity.list': 'call',
  'query.run': 'stream',
  'query.window': 'call',
  'query.close': 'call',
} as const satisfies Readonly<Record<string, 'call' | 'stream'>>;

export type MethodName = keyof typeof METHODS;
export type CallName = {
  [Name in MethodName]: (typeof METHODS)[Name] extends 'call' ? Name : never;
}[MethodName];
export type StreamName = Exclude<MethodName, CallName>;
