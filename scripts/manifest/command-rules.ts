import { typeOf } from './element-order.ts';
import { faultsOf, repeatsOf } from './manifest-rule.ts';
import type { ManifestRule } from './manifest-rule.ts';
import { referencedValue, referenceOf } from './manifest-view.ts';
import type { ManifestView } from './manifest-view.ts';
import { parseUrl } from './parse-url.ts';
import { childOf } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';

/** docs/develop/event-based-activation.md, Outlook events that are released and concern messages. */
const EVENTS: readonly string[] = [
  'OnNewMessageCompose',
  'OnMessageCompose',
  'OnMessageAttachmentsChanged',
  'OnMessageRecipientsChanged',
  'OnMessageFromChanged',
  'OnSensitivityLabelChanged',
  'OnInfoBarDismissClicked',
  'OnMessageSend',
];

function eventFault(event: XmlElement): string | null {
  const type = event.attributes.get('Type') ?? '';
  const mode = event.attributes.get('SendMode');
  if (!EVENTS.includes(type)) return `there is no event "${type}" for messages`;
  if (type === 'OnMessageSend' && mode !== 'PromptUser')
    return `SendMode must be PromptUser, else our being unreachable could stop a mail`;
  return type !== 'OnMessageSend' && mode !== undefined ? `${type} knows no SendMode` : null;
}

function runtimeFault(manifest: ManifestView, runtime: XmlElement): string | null {
  const override = childOf(runtime, 'Override');
  if (override?.attributes.get('type') !== 'javascript')
    return 'the runtime needs an <Override type="javascript">, which classic Outlook runs';
  const script = referencedValue(manifest, override);
  if (parseUrl(script)?.pathname.endsWith('.js') !== true) return `"${script}" is not a script`;
  return (runtime.attributes.get('lifetime') ?? 'short') === 'short'
    ? null
    : 'Outlook knows the lifetime "short" alone';
}

function functionNames(manifest: ManifestView): readonly { element: XmlElement; name: string }[] {
  return [
    ...manifest.all('FunctionName').map((element) => ({ element, name: element.text })),
    ...manifest.all('LaunchEvent').map((element) => ({ element, name: element.attributes.get('FunctionName') ?? '' })),
  ];
}

function signInFault(manifest: ManifestView, info: XmlElement): string | null {
  const host = parseUrl(manifest.urls[0]?.value ?? '')?.host ?? '';
  const expected = `api://${host}/${childOf(info, 'Id')?.text ?? ''}`;
  const resource = childOf(info, 'Resource')?.text;
  if (resource !== expected) return `<Resource> must be ${expected}`;
  const scopes = childOf(info, 'Scopes')?.children.map(({ text }) => text) ?? [];
  return scopes.includes('access_as_user') ? null : 'the scope access_as_user is missing';
}

function noItemContextFault(element: XmlElement): string | null {
  let ancestor: XmlElement | null = element;
  while (ancestor !== null && ancestor.name !== 'ExtensionPoint') ancestor = ancestor.parent;
  return ancestor !== null && typeOf(ancestor) === 'MessageReadCommandSurface'
    ? null
    : '<SupportsNoItemContext> is for reading on the desktop alone';
}

function isOnMobile(element: XmlElement): boolean {
  return element.name === 'MobileFormFactor' || (element.parent !== null && isOnMobile(element.parent));
}

/** Tabs, events, handlers and permissions. */
export const COMMAND_RULES: readonly ManifestRule[] = [
  {
    id: 'tab',
    source: 'MS-OWEMXML OfficeTab: Outlook knows TabDefault',
    find: (manifest) =>
      faultsOf(manifest.all('OfficeTab'), ({ attributes }) =>
        attributes.get('id') === 'TabDefault' ? null : 'the tab must be TabDefault',
      ),
  },
  {
    id: 'event',
    source: 'docs/develop/event-based-activation.md; docs/outlook/onmessagesend-onappointmentsend-events.md',
    find: (manifest) => [
      ...faultsOf(manifest.all('LaunchEvent'), eventFault),
      ...repeatsOf(
        manifest.all('LaunchEvent'),
        (event) => event.attributes.get('Type') ?? '',
        (type) => `${type} stands twice`,
      ),
    ],
  },
  {
    id: 'runtime',
    source: 'javascript/api/manifest/runtime, javascript/api/manifest/override',
    find: (manifest) => faultsOf(manifest.all('Runtime'), (runtime) => runtimeFault(manifest, runtime)),
  },
  {
    id: 'event-runtime',
    source: 'javascript/api/manifest/extensionpoint#launchevent: the same resid as the runtime',
    find: (manifest) => {
      const runtimes = manifest.all('Runtime').map(referenceOf);
      const points = manifest.all('ExtensionPoint').filter((point) => typeOf(point) === 'LaunchEvent');
      return faultsOf(
        points.flatMap((point) => point.children.filter(({ name }) => name === 'SourceLocation')),
        (element) =>
          runtimes.includes(referenceOf(element)) ? null : `"${referenceOf(element)}" is the page of no runtime`,
      );
    },
  },
  {
    id: 'function',
    source: 'docs/outlook/smart-alerts-onmessagesend-walkthrough.md: a name that is never associated can stop sending',
    find: (manifest) =>
      functionNames(manifest).flatMap(({ element, name }) =>
        faultsOf([element], () =>
          manifest.surroundings.functions.has(name) ? null : `the handlers' script associates no function "${name}"`,
        ),
      ),
  },
  {
    id: 'append',
    source: 'docs/outlook/append-on-send.md',
    find: ({ root, all }) =>
      all('ExtendedPermission').some(({ text }) => text === 'AppendOnSend')
        ? []
        : [{ element: root, message: 'the extended permission AppendOnSend is missing' }],
  },
  {
    id: 'sign-in',
    source: 'docs/develop/register-sso-add-in-aad-v2.md',
    find: (manifest) => faultsOf(manifest.all('WebApplicationInfo'), (info) => signInFault(manifest, info)),
  },
  {
    id: 'no-item-context',
    source: 'docs/outlook/contextless.md: Message Read alone',
    find: (manifest) => faultsOf(manifest.all('SupportsNoItemContext'), noItemContextFault),
  },
  {
    id: 'pinning',
    source: 'docs/outlook/pinnable-taskpane.md: not on phones',
    find: (manifest) =>
      faultsOf(manifest.all('SupportsPinning'), (element) => (isOnMobile(element) ? 'a phone pins no pane' : null)),
  },
];
