/** Enumerations of `Office`; a test compares their values with the typings. */
export const OFFICE_ENUMS = {
  AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
  CoercionType: { Text: 'text', Matrix: 'matrix', Table: 'table', Html: 'html' },
  InitializationReason: { Inserted: 'inserted', DocumentOpened: 'documentOpened' },
} as const;

/** `Office.HostType` and `Office.PlatformType`. The typings number them; Office.js holds these words. */
export const HOST_ENUMS = {
  HostType: { Word: 'Word', Excel: 'Excel', PowerPoint: 'PowerPoint', Outlook: 'Outlook', OneNote: 'OneNote' },
  PlatformType: {
    PC: 'PC',
    OfficeOnline: 'OfficeOnline',
    Mac: 'Mac',
    iOS: 'iOS',
    Android: 'Android',
    Universal: 'Universal',
  },
} as const;

/** `Office.EventType`, as far as Outlook raises it here. */
export const EVENT_TYPES = {
  ItemChanged: 'olkItemSelectedChanged',
  RecipientsChanged: 'olkRecipientsChanged',
  OfficeThemeChanged: 'officeThemeChanged',
} as const;

/** `Office.MailboxEnums`. */
export const MAILBOX_ENUMS = {
  ActionType: { ShowTaskPane: 'showTaskPane' },
  AttachmentType: { Cloud: 'cloud', File: 'file', Item: 'item' },
  BodyMode: { FullBody: 0, HostConfig: 1 },
  ComposeType: { Reply: 'reply', NewMail: 'newMail', Forward: 'forward' },
  ItemNotificationMessageType: {
    ProgressIndicator: 'progressIndicator',
    InformationalMessage: 'informationalMessage',
    ErrorMessage: 'errorMessage',
    InsightMessage: 'insightMessage',
  },
  ItemType: { Message: 'message', Appointment: 'appointment' },
  OWAView: {
    OneColumnNarrow: 'OneColumnNarrow',
    OneColumn: 'OneColumn',
    TwoColumns: 'TwoColumns',
    ThreeColumns: 'ThreeColumns',
  },
  RecipientType: { DistributionList: 'distributionList', User: 'user', ExternalUser: 'externalUser', Other: 'other' },
  RestVersion: { v1_0: 'v1.0', v2_0: 'v2.0', Beta: 'beta' },
  SendModeOverride: { PromptUser: 'promptUser' },
} as const;
