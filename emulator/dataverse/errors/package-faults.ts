import { ServiceFault } from './service-fault.ts';

/** ExportMissingSolutionError. */
export const exportedSolutionMissing = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048037',
    'An error occurred while exporting a solution. The solution does not exist in this system.',
  );

/** ExportManagedSolutionError. */
export const managedSolutionNotExported = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048036',
    'An error occurred while exporting a solution. Managed solutions cannot be exported.',
  );

/** ImportCustomizationsBadZipFileError. */
export const badSolutionFile = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048060',
    'The solution file is invalid. The compressed file must contain the following files at its root: solution.xml, customizations.xml, and [Content_Types].xml. Customization files exported from previous versions of Microsoft Dynamics 365 are not supported.',
  );

/** ImportInvalidXmlError. */
export const invalidSolutionXml = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004802C',
    'This solution package cannot be imported because it contains invalid XML. You can attempt to repair the file by manually editing the XML contents using the information found in the schema validation errors, or you can contact your solution provider.',
  );

/** ImportMissingRootComponentEntry. */
export const rootComponentNotDeclared = (component: string, type: number): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004803A',
    `The import has failed because component ${component} of type ${type} is not declared in the solution file as a root component. To fix this, import again using the XML file that was generated when you exported the solution.`,
  );

/** ImportMissingComponent. */
export const rootComponentMissing = (component: string, type: number): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004801F',
    `Cannot add a Root Component ${component} of type ${type} because it is not in the target system.`,
  );

/** ImportSolutionManagedToUnmanagedMismatch, ImportSolutionUnmanagedToManagedMismatch. */
export const packageTypeMismatch = (installed: 'managed' | 'unmanaged'): ServiceFault =>
  new ServiceFault(
    400,
    installed === 'unmanaged' ? '0x80048040' : '0x80048041',
    `The solution is already installed on this system as ${installed === 'unmanaged' ? 'an unmanaged' : 'a managed'} solution and the package supplied is attempting to install it in ${installed === 'unmanaged' ? 'managed' : 'unmanaged'} mode. Import can only update solutions when the modes match. Uninstall the current solution and try again.`,
  );

/** ImportWrongPublisherError. */
export const wrongPublisher = (solution: string, from: string, to: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004801C',
    `The following managed solution cannot be imported: ${solution}. The publisher name cannot be changed from ${from} to ${to}.`,
  );

/** CannotOverwriteActiveComponent. */
export const managedOverUnmanaged = (kind: string, id: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004F016',
    `A managed solution cannot overwrite the ${kind} component with Id=${id} which has an unmanaged base instance.  The most likely scenario for this error is that an unmanaged solution has installed a new unmanaged ${kind} component on the target system, and now a managed solution from the same publisher is trying to install that same ${kind} component as managed.  This will cause an invalid layering of solutions on the target system and is not allowed.`,
  );

/** ImportRestrictedSolutionError. */
export const restrictedSolutionImport = (): ServiceFault =>
  new ServiceFault(400, '0x8004F007', 'Solution ID provided is restricted and cannot be imported.');

/** A role grants a privilege that is not here; code and text are ours, the service tells of the table that is missing. */
export const packagedPrivilegeMissing = (role: string, privilege: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004801D',
    `The following solution cannot be imported: ${role}. Some dependencies are missing. The privilege ${privilege} is not in the target system.`,
  );

/** A role grants at a depth that the privilege does not have here (InvalidPrivilegeDepth; the text as administrators quote it). */
export const packagedDepthImpossible = (
  privilege: { readonly name: string; readonly id: string },
  depth: string,
  roleId: string,
): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004140B',
    `The privilege ${privilege.name} with id = ${privilege.id} can't have depth = ${depth}, RoleId = ${roleId}`,
  );

/** LowerVersionUpgrade. */
export const upgradeNeedsHigherVersion = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048541',
    'The import solution must have a higher version than the existing solution it is upgrading.',
  );

/** SolutionUpgradeNotAvailable. */
export const noUpgradeReady = (solution: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004853B',
    `The ${solution} solution doesn’t have an upgrade that is ready to be applied.`,
  );

/** SolutionUpgradeWrongSolutionSelected. */
export const upgradeOfUpgrade = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004853C',
    'To use this action, you must first select the old solution and then try again.',
  );

/** InvalidImportJobId. */
export const importJobMissing = (): ServiceFault =>
  new ServiceFault(400, '0x80044252', 'The requested importjob does not exist.');
