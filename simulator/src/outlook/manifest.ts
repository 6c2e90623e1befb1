import { all, attribute, find, findText, readXml } from './xml.ts';
import type { Element } from './xml.ts';

/** A control of the ribbon. */
export interface ManifestButton {
  id: string;
  surface: 'read' | 'compose' | 'mobile-read';
  /** Label of its group. */
  group: string;
  label: string;
  tooltip: { title: string; text: string } | null;
  /** Size in pixels → URL. */
  icons: Readonly<Record<number, string>>;
  action: { kind: 'pane'; page: string; pinnable: boolean } | { kind: 'function'; functionName: string };
}

/** An event that launches the add-in. */
export interface ManifestEvent {
  type: string;
  functionName: string;
  sendMode: 'PromptUser' | 'SoftBlock' | 'Block' | null;
}

/** What Outlook takes from an add-in's manifest, in one language. */
export interface Manifest {
  id: string;
  name: string;
  description: string;
  iconUrl: string;
  /** `ReadWriteItem` and the like. */
  permission: string;
  extendedPermissions: readonly string[];
  buttons: readonly ManifestButton[];
  /** The page that ribbon commands run in; null: there are none. */
  functionFile: string | null;
  /** Of the desktop; `mobileEvents` of the phone. */
  events: readonly ManifestEvent[];
  mobileEvents: readonly ManifestEvent[];
  /** Where event handlers run: the page, and the script for runtimes without one. */
  runtime: { page: string; script: string | null } | null;
  /** Id of an image resource → URL: what notifications name as their icon. */
  images: Readonly<Record<string, string>>;
  supportsSharedFolders: boolean;
}

/** Looks up a resource by the `resid` of an element; empty where there is none. */
type Resource = (element: Element | null) => string;

const SURFACES: Readonly<Record<string, ManifestButton['surface']>> = {
  MessageReadCommandSurface: 'read',
  MessageComposeCommandSurface: 'compose',
  MobileMessageReadCommandSurface: 'mobile-read',
};

/**
 * Reads an XML manifest. `language` picks the overrides, for example `de-DE`; where there is none, the default stands.
 * Null: it isn't a manifest with VersionOverrides 1.1.
 */
export function readManifest(xml: string, language: string): Manifest | null {
  const app = readXml(xml);
  const overrides = app === null ? null : find(app, 'VersionOverrides', 'VersionOverrides');
  const host = overrides === null ? null : find(overrides, 'Hosts', 'Host');
  if (app === null || overrides === null || host === null) return null;
  const resource = readResources(overrides, language);
  const desktop = find(host, 'DesktopFormFactor');
  const mobile = find(host, 'MobileFormFactor');
  const points = [...(desktop?.children ?? []), ...(mobile?.children ?? [])].filter(
    ({ name }) => name === 'ExtensionPoint',
  );
  const functionFile = resource(find(desktop, 'FunctionFile'));
  return {
    id: findText(app, 'Id'),
    name: localised(find(app, 'DisplayName'), language),
    description: localised(find(app, 'Description'), language),
    iconUrl: localised(find(app, 'IconUrl'), language),
    permission: findText(app, 'Permissions'),
    extendedPermissions: all(find(overrides, 'ExtendedPermissions'), 'ExtendedPermission').map(({ text }) => text),
    buttons: points.flatMap((point) => readButtons(point, resource)),
    functionFile: functionFile === '' ? null : functionFile,
    events: readEvents(desktop),
    mobileEvents: readEvents(mobile),
    runtime: readRuntime(host, resource),
    images: Object.fromEntries(
      all(find(overrides, 'Resources', 'Images'), 'Image').map((image) => [
        attribute(image, 'id'),
        localised(image, language),
      ]),
    ),
    supportsSharedFolders: findText(desktop, 'SupportsSharedFolders') === 'true',
  };
}

function readResources(overrides: Element, language: string): Resource {
  const entries = (find(overrides, 'Resources')?.children ?? []).flatMap(({ children }) => children);
  const values = new Map(entries.map((entry) => [attribute(entry, 'id'), localised(entry, language)]));
  return (element) => (element === null ? '' : (values.get(attribute(element, 'resid')) ?? ''));
}

/** The value in the language, by its whole name or else by the language alone. */
function localised(element: Element | null, language: string): string {
  if (element === null) return '';
  const wanted = language.toLowerCase();
  const overrides = all(element, 'Override').map((one) => ({
    locale: attribute(one, 'Locale').toLowerCase(),
    value: attribute(one, 'Value'),
  }));
  const exact = overrides.find(({ locale }) => locale === wanted);
  const near = overrides.find(({ locale }) => locale.split('-')[0] === wanted.split('-')[0]);
  return (exact ?? near)?.value ?? attribute(element, 'DefaultValue');
}

function readButtons(point: Element, resource: Resource): ManifestButton[] {
  const surface = SURFACES[attribute(point, 'type')];
  if (surface === undefined) return [];
  const groups = [...all(point, 'Group'), ...all(find(point, 'OfficeTab'), 'Group')];
  return groups.flatMap((group) =>
    all(group, 'Control').map((control) => ({
      id: attribute(control, 'id'),
      surface,
      group: resource(find(group, 'Label')),
      label: resource(find(control, 'Label')),
      tooltip: readTooltip(find(control, 'Supertip'), resource),
      icons: readIcons(find(control, 'Icon'), resource),
      action: readAction(find(control, 'Action'), resource),
    })),
  );
}

function readTooltip(supertip: Element | null, resource: Resource): ManifestButton['tooltip'] {
  if (supertip === null) return null;
  return { title: resource(find(supertip, 'Title')), text: resource(find(supertip, 'Description')) };
}

function readIcons(icon: Element | null, resource: Resource): Record<number, string> {
  const images = all(icon, 'Image').filter((image) => ['', '1'].includes(attribute(image, 'scale')));
  return Object.fromEntries(images.map((image) => [Number(attribute(image, 'size')), resource(image)]));
}

function readAction(action: Element | null, resource: Resource): ManifestButton['action'] {
  if (action !== null && attribute(action, 'type') === 'ExecuteFunction') {
    return { kind: 'function', functionName: findText(action, 'FunctionName') };
  }
  const pinnable = findText(action, 'SupportsPinning') === 'true';
  return { kind: 'pane', page: resource(find(action, 'SourceLocation')), pinnable };
}

function readEvents(formFactor: Element | null): ManifestEvent[] {
  const points = all(formFactor, 'ExtensionPoint').filter((point) => attribute(point, 'type') === 'LaunchEvent');
  return points.flatMap((point) =>
    all(find(point, 'LaunchEvents'), 'LaunchEvent').map((event) => ({
      type: attribute(event, 'Type'),
      functionName: attribute(event, 'FunctionName'),
      sendMode: readSendMode(attribute(event, 'SendMode')),
    })),
  );
}

function readSendMode(value: string): ManifestEvent['sendMode'] {
  return value === 'PromptUser' || value === 'SoftBlock' || value === 'Block' ? value : null;
}

function readRuntime(host: Element, resource: Resource): Manifest['runtime'] {
  const runtime = find(host, 'Runtimes', 'Runtime');
  if (runtime === null) return null;
  const script = resource(find(runtime, 'Override'));
  return { page: resource(runtime), script: script === '' ? null : script };
}
