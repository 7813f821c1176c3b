/** What a message of a denied privilege is about (Microsoft Learn: privilege errors; the forms in which Dataverse writes them). */
export type DenialVariant =
  | 'missing-privilege'
  | 'record-depth'
  | 'required-depth'
  | 'record-right'
  | 'grant-exceeds-caller'
  | 'business-unit'
  | 'column'
  | 'new-owner';
