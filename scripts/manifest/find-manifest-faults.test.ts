import { composeManifest } from './compose-manifest.ts';
import { findManifestFaults, MANIFEST_RULES } from './find-manifest-faults.ts';
import { LOCAL_OPTIONS } from './manifest-options.ts';
import type { ManifestSurroundings } from './manifest-view.ts';

const SURROUNDINGS: ManifestSurroundings = {
  functions: new Set(['onMessageComposeHandler', 'onMessageSendHandler', 'toggleTracking']),
  iconSize: (path) => Number(/^icons\/(?:readback|switch)-(\d+)\.png$/.exec(path)?.[1] ?? Number.NaN) || null,
};

const GOOD = composeManifest({ ...LOCAL_OPTIONS, app: 'https://readback.contoso.com' });
const SEND = '<LaunchEvent Type="OnMessageSend" FunctionName="onMessageSendHandler" SendMode="PromptUser" />';

function rulesBrokenBy(source: string, surroundings = SURROUNDINGS): readonly string[] {
  return [...new Set(findManifestFaults(source, surroundings).map(({ rule }) => rule))];
}

/** Every broken variant changes the first occurrence; one that isn't there would make the row say nothing. */
function breakManifest(from: string | RegExp, to: string): string {
  const broken = GOOD.replace(from, to);
  if (broken === GOOD) throw new Error(`the manifest holds no ${String(from)}`);
  return broken;
}

type Row = [rule: string, what: string, from: string | RegExp, to: string];

const ROWS: readonly Row[] = [
  ['well-formed', 'an element that stays open', '</Rule>', ''],
  ['well-formed', 'a bare ampersand', 'in this mail"', 'in this & that"'],
  ['order', 'two elements in the wrong order', /(<IconUrl.*>)\s*(<HighRes.*>)/, '$2$1'],
  ['order', 'no FormSettings', /<FormSettings>[^]*<\/FormSettings>/, ''],
  ['order', 'no Rule', /<Rule [^]*<\/Rule>/, ''],
  ['order', 'no SupportUrl', /<SupportUrl .*>/, ''],
  ['order', 'two versions', '<Version>1.0.1.0</Version>', '<Version>1.0.1.0</Version><Version>1.0.1.0</Version>'],
  ['order', 'an element that Outlook does not know', '<Permissions>', '<Tracking /><Permissions>'],
  ['order', 'a child in an element that has none', '<Scope>openid</Scope>', '<Scope>openid<Scope>x</Scope></Scope>'],
  [
    'order',
    'WebApplicationInfo behind the permissions',
    /(<WebApp[^]*WebApplicationInfo>)\s*(<Ext[^]*Permissions>)/,
    '$2$1',
  ],
  [
    'order',
    'something beside VersionOverrides 1.1',
    /(?=<VersionOverrides [^>]*1\.1")/,
    '<Hosts><Host xsi:type="MailHost" /></Hosts>',
  ],
  [
    'nesting',
    'VersionOverrides 1.1 alone',
    /<VersionOverrides [^]*?V1_0">|<\/VersionOverrides>(?=\s*<\/OfficeApp>)/g,
    '',
  ],
  ['order', 'pinning in front of the page', /(<SourceLocation resid="Pane.Url" \/>)\s*(<SupportsPinning>.*>)/, '$2$1'],
  ['order', 'an unknown kind of extension point', 'xsi:type="LaunchEvent"', 'xsi:type="LaunchEvents"'],
  ['order', 'an unknown kind of button', 'xsi:type="Button"', 'xsi:type="Knob"'],
  [
    'order',
    'a supertip on a phone',
    /(xsi:type="MobileButton"[^]*?<Label .*>)/,
    '$1<Supertip><Title resid="Name" /><Description resid="Read.Description" /></Supertip>',
  ],
  ['order', 'two buttons on a phone', /(<Control xsi:type="MobileButton"[^]*?<\/Control>)/, '$1$1'],
  [
    'order',
    'an icon without the prefix of basic types',
    '<bt:Image size="16" resid="Icon.readback.16" />',
    '<Image size="16" resid="Icon.readback.16" />',
  ],
  ['namespace', 'another namespace for the app', 'appforoffice/1.1', 'appforoffice/1.0'],
  ['namespace', 'the namespace of 1.0 for 1.1', 'mailappversionoverrides/1.1', 'mailappversionoverrides'],
  ['nesting', 'VersionOverrides 1.0 twice', 'xsi:type="VersionOverridesV1_1"', 'xsi:type="VersionOverridesV1_0"'],
  ['size', 'a file over 256 KB', '<OfficeApp', `<!--${' '.repeat(256 * 1024)}--><OfficeApp`],
  ['guid', 'an id that is no GUID', '<Id>8', '<Id>x'],
  ['version', 'version 0.9', '<Version>1.0.1.0', '<Version>0.9.0.0'],
  ['version', 'five parts', '<Version>1.0.1.0', '<Version>1.0.1.0.0'],
  ['version', 'six digits', '<Version>1.0.1.0', '<Version>1.100000'],
  ['version', 'a name', '<Version>1.0.1.0', '<Version>1.0-beta'],
  [
    'text-length',
    'a name of 126 characters',
    '<DisplayName DefaultValue="Readback"',
    `<DisplayName DefaultValue="${'x'.repeat(126)}"`,
  ],
  [
    'text-length',
    'a description of 251 characters',
    'Description DefaultValue="',
    `Description DefaultValue="${'x'.repeat(251)}`,
  ],
  ['text-length', 'a German description of 251 characters', 'Value="Zeigt, was', `Value="${'x'.repeat(251)}Zeigt, was`],
  [
    'text-length',
    'a short string of 126 characters',
    'DefaultValue="Don\'t track',
    `DefaultValue="${'x'.repeat(126)}Don't track`,
  ],
  ['text-length', 'a long string of 251 characters', 'DefaultValue="Sends', `DefaultValue="${'x'.repeat(251)}`],
  ['text-length', 'an empty text', 'DefaultValue="What happened to this mail"', 'DefaultValue=""'],
  ['text-length', 'no provider', '<ProviderName>Readback', '<ProviderName>'],
  ['culture', 'a culture that is none', 'Locale="de-DE"', 'Locale="german"'],
  ['culture', 'a culture that stands twice', 'Locale="de-AT"', 'Locale="de-DE"'],
  ['translation', 'a text without its German', /<bt:Override Locale="de-DE" Value="Was mit.*>/, ''],
  [
    'url',
    'http',
    'DefaultValue="https://readback.contoso.com/taskpane',
    'DefaultValue="http://readback.contoso.com/taskpane',
  ],
  ['url', 'a relative address', 'DefaultValue="https://readback.contoso.com/taskpane', 'DefaultValue="/taskpane'],
  ['url', 'the name of the Function App', /readback\.contoso\.com/g, 'rb.azurewebsites.net'],
  ['url', 'an address of over 2,048 characters', '/taskpane.html"', `/taskpane.html?${'x'.repeat(2048)}"`],
  [
    'one-origin',
    'the handlers elsewhere',
    'https://readback.contoso.com/launchevent.js',
    'https://cdn.contoso.com/launchevent.js',
  ],
  ['app-domain', 'a trailing slash', '</AppDomain>', '/</AppDomain>'],
  ['app-domain', 'a path', '</AppDomain>', '/app</AppDomain>'],
  ['app-domain', 'a wildcard', '<AppDomain>https://readback', '<AppDomain>https://*'],
  ['app-domain', 'no scheme', '<AppDomain>https://', '<AppDomain>'],
  ['permission', 'less than is called', '>ReadWriteItem<', '>ReadItem<'],
  ['permission', 'more than is called', '>ReadWriteItem<', '>ReadWriteMailbox<'],
  [
    'requirement',
    'a minimum that hides the add-in on premises',
    '<Sets DefaultMinVersion="1.5"',
    '<Sets DefaultMinVersion="1.12"',
  ],
  ['requirement', 'the same in the overrides', '<bt:Set Name="Mailbox"', '<bt:Set Name="Mailbox" MinVersion="1.12"'],
  ['requirement', 'another set', '<Set Name="Mailbox"', '<Set Name="AddinCommands"'],
  ['host', 'another application', 'Name="Mailbox" />\n  </Hosts>', 'Name="Workbook" />\n  </Hosts>'],
  ['activation', 'no rule for reading', 'FormType="Read"', 'FormType="Edit"'],
  ['activation', 'rules for meetings', /ItemType="Message"/g, 'ItemType="Appointment"'],
  ['boolean', 'a boolean in capitals', '<SupportsPinning>true', '<SupportsPinning>True'],
  ['unique-id', 'a button id that stands twice', 'id="composeSwitch"', 'id="composePane"'],
  ['unique-id', 'a group id that stands twice', 'id="mobileGroup"', 'id="readGroup"'],
  ['unique-id', 'an id of 126 characters', 'id="readPane"', `id="${'x'.repeat(126)}"`],
  [
    'resource-reference',
    'a page that is not there',
    '<SourceLocation resid="Pane.Url"',
    '<SourceLocation resid="Panel.Url"',
  ],
  ['resource-reference', 'a text that is not there', '<Title resid="Read.Title"', '<Title resid="Read.Titel"'],
  [
    'resource-reference',
    'a short string as description',
    '<Description resid="Read.Description"',
    '<Description resid="Read.Title"',
  ],
  [
    'resource-reference',
    'an icon as page',
    '<FunctionFile resid="Handlers.Page"',
    '<FunctionFile resid="Icon.switch.16"',
  ],
  ['resource-id', 'an id of 33 characters', /Read\.Title/g, 'x'.repeat(33)],
  ['resource-id', 'a resource that stands twice', /(<bt:Url id="Pane.Url".*>)/, '$1$1'],
  [
    'resource-unused',
    'a resource that nobody uses',
    '<bt:Urls>',
    '<bt:Urls><bt:Url id="Old" DefaultValue="https://readback.contoso.com/old.html" />',
  ],
  ['tab', 'a tab of Excel', 'id="TabDefault"', 'id="TabHome"'],
  ['ribbon-icon', 'no icon of 16 pixels', '<bt:Image size="16" resid="Icon.switch.16" />', ''],
  [
    'ribbon-icon',
    'an odd size',
    '<bt:Image size="16" resid="Icon.switch.16" />',
    '<bt:Image size="16" resid="Icon.switch.16" /><bt:Image size="50" resid="Icon.readback.50" />',
  ],
  ['ribbon-icon', 'a size that stands twice', /(<bt:Image size="16" .*>)/, '$1$1'],
  ['mobile-icon', 'eight pictures', /<bt:Image size="25" scale="3".*>/, ''],
  ['mobile-icon', 'ten pictures', /(<bt:Image size="25" scale="3".*>)/, '$1$1'],
  ['icon-file', 'a picture that is not there', 'icons/readback-64.png"', 'icons/logo-64.png"'],
  [
    'icon-file',
    'a picture in another size',
    'HighResolutionIconUrl DefaultValue="https://readback.contoso.com/icons/readback-128',
    'HighResolutionIconUrl DefaultValue="https://readback.contoso.com/icons/readback-64',
  ],
  [
    'icon-file',
    'a ribbon icon in another size',
    '<bt:Image size="80" resid="Icon.switch.80"',
    '<bt:Image size="80" resid="Icon.switch.32"',
  ],
  ['event', 'an event that is not there', 'Type="OnMessageCompose"', 'Type="OnMessageComposed"'],
  ['event', 'an event of meetings', 'Type="OnMessageCompose"', 'Type="OnAppointmentSend"'],
  ['event', 'two OnMessageSend', SEND, `${SEND}${SEND}`],
  ['event', 'SoftBlock', '"PromptUser"', '"SoftBlock"'],
  ['event', 'no SendMode, which means SoftBlock', ' SendMode="PromptUser"', ''],
  [
    'event',
    'a SendMode where nothing is sent',
    'FunctionName="onMessageComposeHandler"',
    'FunctionName="onMessageComposeHandler" SendMode="PromptUser"',
  ],
  ['runtime', 'no script for classic Outlook', 'type="javascript"', 'type="html"'],
  ['runtime', 'a page as script', '/launchevent.js"', '/launchevent.htm"'],
  ['runtime', 'a long lifetime', '<Runtime resid="Handlers.Page"', '<Runtime resid="Handlers.Page" lifetime="long"'],
  [
    'event-runtime',
    'events that point to another page than the runtime',
    /(<\/LaunchEvents>\s*<SourceLocation resid=)"Handlers\.Page"/,
    '$1"Pane.Url"',
  ],
  ['function', 'a handler that is never associated', '"onMessageSendHandler"', '"onMessageSend"'],
  ['function', 'a command that is never associated', '>toggleTracking<', '>toggle<'],
  ['append', 'no permission to append', '>AppendOnSend<', '>Append<'],
  ['sign-in', 'the resource of another host', '<Resource>api://readback', '<Resource>api://back'],
  ['sign-in', 'the resource without host', '<Resource>api://readback.contoso.com/', '<Resource>api://'],
  ['sign-in', 'no scope of the API', '<Scope>access_as_user</Scope>', ''],
  [
    'no-item-context',
    'no item context while composing',
    /(?<=Compose[^]*<SupportsPinning>true<\/SupportsPinning>)/,
    '<SupportsNoItemContext>true</SupportsNoItemContext>',
  ],
  [
    'pinning',
    'a pinned pane on a phone',
    /(?<=Mobile[^]*<SourceLocation resid="Pane.Url" \/>)/,
    '<SupportsPinning>true</SupportsPinning>',
  ],
];

describe('findManifestFaults', () => {
  it.each(['full', 'opens'] as const)('finds nothing in what the template writes for the profile %s', (profile) => {
    expect(findManifestFaults(composeManifest({ ...LOCAL_OPTIONS, profile }), SURROUNDINGS)).toEqual([]);
    expect(rulesBrokenBy(GOOD)).toEqual([]);
  });

  it.each(ROWS)('%s: finds %s', (rule, _what, from, to) => {
    expect(rulesBrokenBy(breakManifest(from, to))).toContain(rule);
  });

  it('has a broken variant for each of its rules', () => {
    const ids = MANIFEST_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ROWS.map(([rule]) => rule))).toEqual(new Set(['well-formed', ...ids]));
  });

  it('names the line and the rule', () => {
    const line = GOOD.split('\n').findIndex((text) => text.includes('<AppDomain>')) + 1;
    expect(findManifestFaults(breakManifest('</AppDomain>', '/</AppDomain>'), SURROUNDINGS)).toEqual([
      { rule: 'app-domain', line, message: expect.stringContaining('trailing slash') },
    ]);
  });

  it('finds a handlers\u2019 file that lost its names, and pictures that were not drawn', () => {
    const bare: ManifestSurroundings = { functions: new Set(), iconSize: () => null };
    expect(rulesBrokenBy(GOOD, bare)).toEqual(['icon-file', 'function']);
  });
});
