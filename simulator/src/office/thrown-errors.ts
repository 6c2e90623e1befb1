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
