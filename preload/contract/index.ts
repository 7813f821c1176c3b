/** Every method of the console: name → contract. There is no other IPC. */
import type { z } from 'zod';
import * as activity from './activity.ts';
import * as allClients from './all-clients.ts';
import * as app from './app.ts';
import * as appProfiles from './app-profiles.ts';
import * as applicationUsers from './application-users.ts';
import * as baseline from './baseline.ts';
import * as certificates from './certificates.ts';
import * as clouds from './clouds.ts';
import * as consent from './consent.ts';
import type { CallContract, StreamContract } from './define.ts';
import * as directory from './directory.ts';
import * as doctor from './doctor.ts';
import * as environments from './environments.ts';
import * as explain from './explain.ts';
import * as expiry from './expiry.ts';
import * as fleet from './fleet.ts';
import * as fleetRoles from './fleet-roles.ts';
import * as fleetWrites from './fleet-writes.ts';
import * as fleetTenant from './fleet-tenant.ts';
import * as identity from './identity.ts';
import type { Implementation } from './implement.ts';
import * as portability from './portability.ts';
import * as managementApps from './management-apps.ts';
import * as query from './query.ts';
import * as queryCallers from './query-callers.ts';
import * as queryExport from './query-export.ts';
import * as queryHistory from './query-history.ts';
import * as savedQueries from './saved-queries.ts';
import * as queryTables from './query-tables.ts';
import * as columnSecurity from './column-security.ts';
import * as securityRoles from './security-roles.ts';
import * as settings from './settings.ts';
import * as supportPack from './support-pack.ts';
import * as tokens from './tokens.ts';
import * as vault from './vault.ts';
import type { CallName, MethodName, StreamName } from './words/methods.ts';
import * as workspaces from './workspaces.ts';

export const contract = {
  'app.start': app.start,
  'app.openExternal': app.openExternal,
  'app.copyText': app.copyText,
  'app.holdText': app.holdText,
  'app.saveText': app.saveText,
  'app.protectContent': app.protectContent,
  'settings.get': settings.get,
  'settings.update': settings.update,
  'settings.dismissNotice': settings.dismissNotice,
  'clouds.list': clouds.list,
  'clouds.save': clouds.save,
  'clouds.remove': clouds.remove,
  'clouds.understand': clouds.understand,
  'vault.status': vault.status,
  'vault.unlock': vault.unlock,
  'vault.lock': vault.lock,
  'vault.startAnew': vault.startAnew,
  'vault.health': vault.health,
  'vault.check': vault.check,
  'vault.removeLeftOver': vault.removeLeftOver,
  'portability.put': portability.put,
  'portability.preview': portability.preview,
  'portability.importConnections': portability.importConnections,
  'portability.importExport': portability.importExport,
  'portability.forget': portability.forget,
  'portability.export': portability.exportWorkspaces,
  'workspaces.list': workspaces.list,
  'workspaces.lookUp': workspaces.lookUp,
  'workspaces.create': workspaces.create,
  'workspaces.update': workspaces.update,
  'workspaces.move': workspaces.move,
  'workspaces.overview': workspaces.overview,
  'workspaces.remove': workspaces.remove,
  'workspaces.exploreDemo': workspaces.exploreDemo,
  'identity.signIn': identity.signIn,
  'identity.signInWithCode': identity.signInWithCode,
  'identity.switchAccount': identity.switchAccount,
  'identity.signOut': identity.signOut,
  'identity.account': identity.account,
  'appProfiles.list': appProfiles.list,
  'appProfiles.create': appProfiles.create,
  'appProfiles.link': appProfiles.link,
  'appProfiles.remove': appProfiles.remove,
  'appProfiles.addSecret': appProfiles.addSecret,
  'appProfiles.addCertificate': certificates.add,
  'appProfiles.chooseCertificate': certificates.choose,
  'appProfiles.holdCertificates': certificates.hold,
  'appProfiles.makeCertificate': certificates.make,
  'appProfiles.certificate': certificates.details,
  'appProfiles.saveCertificate': certificates.save,
  'tokens.list': tokens.list,
  'tokens.request': tokens.request,
  'appProfiles.removeCredential': appProfiles.removeCredential,
  'appProfiles.reenter': appProfiles.reenter,
  'appProfiles.copyable': appProfiles.copyable,
  'appProfiles.copySecret': appProfiles.copySecret,
  'appProfiles.addDemo': appProfiles.addDemo,
  'directory.search': directory.search,
  'directory.app': directory.app,
  'directory.identify': directory.identify,
  'appProfiles.setExpiry': appProfiles.setExpiry,
  'expiry.list': expiry.list,
  'expiry.summary': expiry.summary,
  'expiry.snooze': expiry.snoozeRows,
  'expiry.saveCalendar': expiry.saveCalendar,
  'expiry.reminders': expiry.reminders,
  'managementApps.list': managementApps.list,
  'consent.list': consent.list,
  'consent.ask': consent.ask,
  'consent.listen': consent.listen,
  'consent.answer': consent.answer,
  'consent.check': consent.check,
  'environments.list': environments.list,
  'environments.discover': environments.discover,
  'environments.add': environments.add,
  'environments.remove': environments.remove,
  'environments.check': environments.check,
  'environments.guard': environments.guard,
  'applicationUsers.inventory': applicationUsers.inventory,
  'applicationUsers.placement': applicationUsers.placement,
  'applicationUsers.snapshot': applicationUsers.snapshot,
  'applicationUsers.differences': applicationUsers.differences,
  'applicationUsers.markSeen': applicationUsers.markSeen,
  'applicationUsers.allClients': allClients.allClients,
  'securityRoles.list': securityRoles.list,
  'securityRoles.privileges': securityRoles.privileges,
  'securityRoles.businessUnits': securityRoles.businessUnits,
  'securityRoles.names': securityRoles.names,
  'securityRoles.effectiveAccess': securityRoles.effectiveAccess,
  'securityRoles.recordAccess': securityRoles.recordAccess,
  'securityRoles.columnAccess': columnSecurity.columnAccess,
  'securityRoles.needed': securityRoles.needed,
  'securityRoles.catalogue': securityRoles.catalogue,
  'securityRoles.teams': securityRoles.teams,
  'securityRoles.granting': securityRoles.granting,
  'fleet.plan': fleet.plan,
  'fleet.planTenant': fleetTenant.planTenant,
  'fleet.planAgain': fleet.planAgain,
  'fleet.planRoles': fleetRoles.planRoles,
  'fleet.apply': fleet.apply,
  'fleet.planWrite': fleetWrites.planWrite,
  'fleet.writeAnswer': fleetWrites.writeAnswer,
  'fleet.operations': fleet.operations,
  'fleet.operation': fleet.operation,
  'fleet.audit': fleet.audit,
  'fleet.acknowledge': fleet.acknowledge,
  'fleet.rotations': fleetTenant.rotations,
  'activity.list': activity.list,
  'activity.export': activity.exportJournal,
  'baseline.get': baseline.get,
  'baseline.check': baseline.check,
  'baseline.keep': baseline.keep,
  'baseline.forget': baseline.forget,
  'baseline.write': baseline.write,
  'baseline.compare': baseline.compare,
  'baseline.export': baseline.exportScript,
  'baseline.standing': baseline.standing,
  'explain.text': explain.text,
  'explain.log': explain.log,
  'query.run': query.run,
  'query.more': query.more,
  'query.cancel': query.cancel,
  'query.hiddenColumns': query.hiddenColumns,
  'query.diff': query.diff,
  'query.snippets': query.snippets,
  'query.window': query.window,
  'query.keys': query.keys,
  'query.record': query.record,
  'query.close': query.close,
  'query.callers': queryCallers.callers,
  'query.asCallers': queryCallers.asCallers,
  'query.export': queryExport.exportRows,
  'query.showExport': queryExport.showExport,
  'query.history': queryHistory.history,
  'query.clearHistory': queryHistory.clearHistory,
  'query.saved': savedQueries.saved,
  'query.save': savedQueries.save,
  'query.removeSaved': savedQueries.removeSaved,
  'query.exportSaved': savedQueries.exportSaved,
  'query.checkFile': savedQueries.checkFile,
  'query.importSaved': savedQueries.importSaved,
  'query.tables': queryTables.tables,
  'query.table': queryTables.table,
  'doctor.run': doctor.run,
  'supportPack.prepare': supportPack.prepare,
  'supportPack.save': supportPack.save,
} as const satisfies { readonly [Name in CallName]: CallContract<Name> } & {
  readonly [Name in StreamName]: StreamContract<Name>;
};

type Contract = typeof contract;
export type InputOf<Name extends MethodName> = z.input<Contract[Name]['input']>;
export type OutputOf<Name extends MethodName> = z.output<Contract[Name]['output']>;
export type EventOf<Name extends StreamName> = z.output<Contract[Name]['event']>;

/** One implementation for every method: leaving one out does not compile. */
export type Implementations = { readonly [Name in MethodName]: Implementation<Name> };
