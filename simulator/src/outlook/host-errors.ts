import type { HostError } from './host-link.ts';

const hostError = (code: number, name: string, message: string): HostError => ({ code, name, message });

/** Errors that the host answers with; numbers and texts from `getErrorArgs.ts` and `outlook_strings.js` of Office.js. */
export const HOST_ERRORS = {
  coercion: hostError(1000, 'Invalid Coercion Type', 'The specified coercion type is not supported.'),
  notSupported: hostError(5000, 'API Not Supported', 'The operation is not supported.'),
  internal: hostError(5001, 'Internal Error', 'An internal error has occurred.'),
  // Named in the typings of Body.setAsync; number and text of Office.js' invalid data format.
  invalidFormat: hostError(2006, 'InvalidFormatError', 'The format of the specified data object is invalid.'),
  internalFormat: hostError(9002, 'InternalFormatError', 'There was an internal format error.'),
  settings: hostError(9019, 'GenericSettingsError', ''),
  response: hostError(9020, 'GenericResponseError', 'An internal error has occurred.'),
  duplicateNotification: hostError(
    9023,
    'DuplicateNotificationKey',
    'A notification with the provided key already exists.',
  ),
  notificationMissing: hostError(9024, 'NotificationKeyNotFound', 'There are no notifications with the provided key.'),
  tooManyNotifications: hostError(
    9025,
    'NumberOfNotificationsExceeded',
    "The notification couldn't be added because the notification limit has been reached.",
  ),
  // Named in the typings of Body.appendOnSendAsync; the number isn't documented.
  tooLong: hostError(9002, 'DataExceedsMaximumSize', 'The data parameter is too long.'),
  itemChanged: hostError(9030, 'APICallFailedDueToItemChange', 'The selected item has been changed.'),
  extensionPoint: hostError(9032, 'ApiCallNotSupportedByExtensionPoint', 'API not supported for extension point.'),
  extendedPermission: hostError(
    9047,
    'MissingExtendedPermissionsForAPIError',
    'Extended Permission missing for the API call.',
  ),
  itemNotSaved: hostError(9046, 'ItemNotSaved', "The id can't be retrieved until the item is saved."),
  keyMissing: hostError(9050, 'KeyNotFound', 'The specified key was not found.'),
  sessionDataFull: hostError(
    9051,
    'SessionObjectMaxLengthExceeded',
    "The 'sessionData' object surpassed its maximum length.",
  ),
  ssoNotSignedIn: hostError(13001, 'No user is signed into Office.', 'No user is signed into Office.'),
  ssoServer: hostError(
    13007,
    'Error occurred in the authentication provider.',
    'An unexpected error occurred on the server.',
  ),
  ssoUnsupported: hostError(13012, 'API Not Supported', 'API is not supported in this platform.'),
} satisfies Record<string, HostError>;
