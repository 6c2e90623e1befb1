import type { HostError } from './host-link.ts';

/** Errors that Office.js throws at once, before it asks the host; names and texts are those of its `createError.ts`. */
function createError(name: string, text: string, details: Readonly<Record<string, unknown>>): Error {
  return Object.assign(new Error(text), { name }, details);
}

const naming = (text: string, paramName?: string): string =>
  paramName === undefined ? text : `${text}\nParameter name: ${paramName}`;

export function argumentError(paramName?: string): Error {
  const text = 'Sys.ArgumentException: Value does not fall within the expected range.';
  return createError('Sys.ArgumentException', naming(text, paramName), { paramName });
}

export function nullArgument(paramName: string): Error {
  return createError(
    'Sys.ArgumentNullException',
    naming('Sys.ArgumentNullException: Value cannot be null.', paramName),
    { paramName },
  );
}

export function outOfRange(paramName: string, actualValue: number): Error {
  const text = naming(
    'Sys.ArgumentOutOfRangeException: Specified argument was out of the range of valid values.',
    paramName,
  );
  return createError('Sys.ArgumentOutOfRangeException', `${text}\nActual value was ${actualValue}.`, {
    paramName,
    actualValue,
  });
}

export function wrongType(paramName?: string, actualType?: string, expectedType?: string): Error {
  const what =
    actualType === undefined || expectedType === undefined
      ? 'Object cannot be converted to the required type.'
      : `Object of type '${actualType}' cannot be converted to type '${expectedType}'.`;
  return createError('Sys.ArgumentTypeException', naming(`Sys.ArgumentTypeException: ${what}`, paramName), {
    paramName,
  });
}

export function parameterCount(): Error {
  return createError(
    'Sys.ParameterCountException',
    'Sys.ParameterCountException: The given parameters do not match the expected format.',
    {},
  );
}

/** `checkPermissionsAndThrow` of Office.js. */
export function elevatedPermission(member: string): Error {
  return new Error(`Elevated permission is required to call the method: '${member}'.`);
}

/** The real host has the member, this one doesn't: better a plain word than a wrong answer. */
export function notPlayed(member: string): Error {
  return new Error(`The simulator doesn't play ${member}.`);
}

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
