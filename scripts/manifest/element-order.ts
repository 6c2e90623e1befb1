import type { XmlElement } from './xml-element.ts';

const OVERRIDES = 'http://schemas.microsoft.com/office/mailappversionoverrides';

/** Namespaces of a mail add-in's manifest. */
export const NAMESPACES = {
  app: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  basicTypes: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  overrides10: OVERRIDES,
  overrides11: `${OVERRIDES}/1.1`,
} as const;

/**
 * Children in the order that Outlook demands, by `name:xsi:type`, `name@xsi:type of the parent` or name; `?` may be
 * missing, `+` may repeat. What isn't listed holds no elements.
 * Order: docs/develop/manifest-element-ordering.md and MS-OWEMXML. Where Outlook would let an element be missing and this
 * product needs it (icons and help for the admin centre, everything that version 1 must hold), it is demanded.
 */
const ORDER: Readonly<Record<string, string>> = {
  'OfficeApp:MailApp':
    'Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements FormSettings Permissions Rule DisableEntityHighlighting? VersionOverrides',
  DisplayName: 'Override+',
  Description: 'Override+',
  AppDomains: 'AppDomain+',
  Hosts: 'Host+',
  Requirements: 'Sets',
  Sets: 'Set+',
  FormSettings: 'Form+',
  'Form:ItemRead': 'DesktopSettings TabletSettings? PhoneSettings?',
  'Form:ItemEdit': 'DesktopSettings TabletSettings? PhoneSettings?',
  'DesktopSettings@ItemRead': 'SourceLocation RequestedHeight',
  'DesktopSettings@ItemEdit': 'SourceLocation',
  'Rule:RuleCollection': 'Rule+',
  'Rule:ItemIs': '',
  'VersionOverrides:VersionOverridesV1_0': 'VersionOverrides',
  'VersionOverrides:VersionOverridesV1_1':
    'Description? Requirements Hosts Resources WebApplicationInfo EquivalentAddins? ExtendedPermissions',
  'Description@VersionOverridesV1_1': '',
  'Requirements@VersionOverridesV1_1': 'bt:Sets',
  'bt:Sets': 'bt:Set+',
  'Host:MailHost': 'Runtimes DesktopFormFactor MobileFormFactor',
  Runtimes: 'Runtime+',
  Runtime: 'Override',
  DesktopFormFactor: 'SupportsSharedFolders? FunctionFile ExtensionPoint+',
  MobileFormFactor: 'ExtensionPoint+',
  'ExtensionPoint:MessageReadCommandSurface': 'OfficeTab',
  'ExtensionPoint:MessageComposeCommandSurface': 'OfficeTab',
  'ExtensionPoint:MobileMessageReadCommandSurface': 'Group',
  'ExtensionPoint:LaunchEvent': 'LaunchEvents SourceLocation',
  OfficeTab: 'Group+',
  Group: 'Label Control+',
  'Group@MobileMessageReadCommandSurface': 'Label Control',
  'Control:Button': 'Label Supertip Icon Action',
  'Control:MobileButton': 'Label Icon Action',
  Supertip: 'Title Description',
  'Description@Supertip': '',
  Icon: 'bt:Image+',
  'Icon:bt:MobileIconList': 'bt:Image+',
  'Action:ShowTaskpane': 'SourceLocation SupportsPinning? SupportsNoItemContext? SupportsMultiSelect?',
  'Action:ExecuteFunction': 'FunctionName',
  LaunchEvents: 'LaunchEvent+',
  Resources: 'bt:Images bt:Urls bt:ShortStrings bt:LongStrings',
  'bt:Images': 'bt:Image+',
  'bt:Urls': 'bt:Url+',
  'bt:ShortStrings': 'bt:String+',
  'bt:LongStrings': 'bt:String+',
  'bt:String': 'bt:Override+',
  WebApplicationInfo: 'Id Resource Scopes',
  Scopes: 'Scope+',
  ExtendedPermissions: 'ExtendedPermission+',
};

/** Name as this table writes it: with the prefix `bt:` for basic types, whatever prefix the file uses. */
function tableName(element: XmlElement): string {
  return element.namespace === NAMESPACES.basicTypes ? `bt:${element.name}` : element.name;
}

/** Value of `xsi:type`; null without one. */
export function typeOf(element: XmlElement): string | null {
  return element.attributes.get('xsi:type') ?? null;
}

/** The order for an element; null when its `xsi:type` isn't known here. */
function orderFor(element: XmlElement): string | null {
  const name = tableName(element);
  const type = typeOf(element);
  if (type !== null) return ORDER[`${name}:${type}`] ?? null;
  const { parent } = element;
  const byParent = parent === null ? undefined : ORDER[`${name}@${typeOf(parent) ?? parent.name}`];
  return byParent ?? ORDER[name] ?? '';
}

/** What is wrong with the children of one element; null: nothing. */
export function orderFault(element: XmlElement): string | null {
  const order = orderFor(element);
  if (order === null) return `<${element.name}> has the unknown xsi:type "${typeOf(element)}"`;
  const names = element.children.map(tableName);
  let next = 0;
  for (const step of order.split(' ').filter((part) => part !== '')) {
    const expected = step.replace(/[?+]$/, '');
    const first = next;
    while (names[next] === expected && (next === first || step.endsWith('+'))) next += 1;
    if (next === first && !step.endsWith('?'))
      return `<${element.name}> must hold <${expected}> here, not ${names[next] === undefined ? 'its end' : `<${names[next]}>`}; the order is: ${order}`;
  }
  return next === names.length
    ? null
    : `<${names[next]}> may not stand here in <${element.name}>; the order is: ${order}`;
}

/** Whether an element is in the namespace that its place asks for. */
export function isInExpectedNamespace(element: XmlElement): boolean {
  if (element.name === 'OfficeApp') return element.namespace === NAMESPACES.app;
  if (element.name === 'VersionOverrides')
    return (
      element.namespace ===
      (typeOf(element) === 'VersionOverridesV1_0' ? NAMESPACES.overrides10 : NAMESPACES.overrides11)
    );
  return element.namespace === NAMESPACES.basicTypes || element.namespace === element.parent?.namespace;
}
