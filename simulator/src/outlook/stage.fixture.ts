import { createOutlook } from './create-outlook.ts';
import { createVirtualClock } from './virtual-clock.fixture.ts';
import type { VirtualClock } from './virtual-clock.fixture.ts';
import { readManifest } from './manifest.ts';
import type { Draft, Outlook, OutlookOptions, SendOutcome } from './outlook.ts';
import type { OutgoingMail } from './mail.ts';
import { createScriptRuntimes } from './script-runtimes.ts';
import type { ScriptEngine } from './script-runtimes.ts';

/** An Outlook with an add-in whose handlers are given as source text. */
export interface Stage {
  outlook: Outlook;
  clock: VirtualClock;
  /** What left the mailbox. */
  left: OutgoingMail[];
  /** Addresses that the add-in asked for. */
  requests: string[];
  /** Opens a new mail, lets its compose handlers finish, and types. */
  write(html: string, subject?: string): Promise<Draft>;
  send(draft: Draft): Promise<SendOutcome>;
  /** What the last handler handed to `event.completed`. */
  said(): Readonly<Record<string, unknown>>;
}

/** Bodies of the handlers: `item` is the item, `ask(object, method, …)` a call as a promise, `event` the event. */
export interface StageOptions extends Partial<Omit<OutlookOptions, 'manifest' | 'runtimes' | 'clock'>> {
  compose?: string;
  onSend?: string;
  command?: string;
  /** The whole file instead of the handlers. */
  file?: string;
  /** False: the files can't be loaded. */
  reachable?: boolean;
  sendMode?: string;
  permission?: string;
  extendedPermission?: string;
  fetch?: (url: string) => Promise<unknown>;
  browserGlobals?: Readonly<Record<string, unknown>>;
}

export const PIXEL = '<img src="https://track.example/o/token" width="1" height="1" border="0" alt="">';

const PRELUDE = `
  const item = () => Office.context.mailbox.item;
  const ask = (object, method, ...args) => new Promise((resolve) => object[method](...args, resolve));
  const read = () => ask(item().body, 'getAsync', 'html').then((answer) => answer.value);
  const write = (html) => ask(item().body, 'setAsync', html, { coercionType: 'html' });
  const append = (html) => ask(item().body, 'appendOnSendAsync', html, { coercionType: 'html' });
`;

const handler = (name: string, body: string): string =>
  `Office.actions.associate('${name}', async (event) => { ${body} });\n`;

/** Sets the stage. */
export function setStage(engine: ScriptEngine, given: StageOptions = {}): Stage {
  const { compose, onSend, command, file, reachable = true, fetch, browserGlobals, ...options } = given;
  const clock = createVirtualClock();
  const left: OutgoingMail[] = [];
  const requests: string[] = [];
  const source =
    file ??
    PRELUDE +
      handler('compose', compose ?? 'event.completed();') +
      handler('send', onSend ?? 'event.completed({ allowEvent: true });') +
      handler('command', command ?? 'event.completed();');
  const runtimes = createScriptRuntimes({
    engine,
    clock,
    files: reachable ? { 'https://app.example/handlers.html': source, 'https://app.example/handlers.js': source } : {},
    fetch: (url) => {
      requests.push(url);
      return fetch === undefined ? Promise.resolve({ ok: true }) : fetch(url);
    },
    ...(browserGlobals === undefined ? {} : { browserGlobals }),
  });
  const outlook = createOutlook({
    client: 'web',
    setting: 'documented',
    clock,
    manifest: readManifest(manifestXml(given), 'en-US'),
    runtimes,
    mailTransport: (mail) => {
      left.push(mail);
    },
    ...options,
  });
  return {
    outlook,
    clock,
    left,
    requests,
    write: async (html, subject = 'Offer') => {
      const draft = outlook.newMail({ subject, to: [{ name: 'Ada', address: 'ada@fabrikam.example' }] });
      await clock.advance(10_000);
      draft.write(html);
      return draft;
    },
    send: (draft) => clock.until(outlook.pressSend(draft)),
    said: () => outlook.runs[outlook.runs.length - 1]?.options ?? {},
  };
}

/** A manifest with one of everything. */
export function manifestXml({
  sendMode = 'PromptUser',
  permission = 'ReadWriteItem',
  extendedPermission = 'AppendOnSend',
}: Pick<StageOptions, 'sendMode' | 'permission' | 'extendedPermission'> = {}): string {
  return `<?xml version="1.0"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="MailApp">
  <Id>11111111-2222-4333-8444-555555555555</Id>
  <DisplayName DefaultValue="Stage"><Override Locale="de-DE" Value="Bühne"/></DisplayName>
  <Description DefaultValue="For tests"/>
  <IconUrl DefaultValue="https://app.example/64.png"/>
  <Permissions>${permission}</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
    <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
      <Hosts><Host xsi:type="MailHost">
        <Runtimes><Runtime resid="Page"><Override type="javascript" resid="Script"/></Runtime></Runtimes>
        <DesktopFormFactor>
          <SupportsSharedFolders>true</SupportsSharedFolders>
          <FunctionFile resid="Page"/>
          <ExtensionPoint xsi:type="MessageComposeCommandSurface"><OfficeTab id="TabDefault"><Group id="group">
            <Label resid="Group"/>
            <Control xsi:type="Button" id="pane"><Label resid="Pane"/>
              <Supertip><Title resid="Pane"/><Description resid="Long"/></Supertip>
              <Icon><bt:Image size="16" resid="Icon16"/><bt:Image size="32" resid="Icon32"/></Icon>
              <Action xsi:type="ShowTaskpane"><SourceLocation resid="Page"/><SupportsPinning>true</SupportsPinning></Action></Control>
            <Control xsi:type="Button" id="switch"><Label resid="Switch"/><Icon/>
              <Action xsi:type="ExecuteFunction"><FunctionName>command</FunctionName></Action></Control>
          </Group></OfficeTab></ExtensionPoint>
          <ExtensionPoint xsi:type="LaunchEvent"><LaunchEvents>
            <LaunchEvent Type="OnMessageCompose" FunctionName="compose"/>
            <LaunchEvent Type="OnMessageSend" FunctionName="send" SendMode="${sendMode}"/>
          </LaunchEvents><SourceLocation resid="Page"/></ExtensionPoint>
        </DesktopFormFactor>
        <MobileFormFactor>
          <ExtensionPoint xsi:type="MobileMessageReadCommandSurface"><Group id="mobile"><Label resid="Group"/>
            <Control xsi:type="MobileButton" id="mobilePane"><Label resid="Pane"/>
              <Icon xsi:type="bt:MobileIconList"><bt:Image size="25" scale="1" resid="Icon16"/><bt:Image size="25" scale="2" resid="Icon32"/></Icon>
              <Action xsi:type="ShowTaskpane"><SourceLocation resid="Page"/></Action></Control></Group></ExtensionPoint>
          <ExtensionPoint xsi:type="LaunchEvent"><LaunchEvents>
            <LaunchEvent Type="OnNewMessageCompose" FunctionName="compose"/>
          </LaunchEvents><SourceLocation resid="Page"/></ExtensionPoint>
        </MobileFormFactor>
      </Host></Hosts>
      <Resources>
        <bt:Images><bt:Image id="Icon16" DefaultValue="https://app.example/16.png"/><bt:Image id="Icon32" DefaultValue="https://app.example/32.png"/></bt:Images>
        <bt:Urls><bt:Url id="Page" DefaultValue="https://app.example/handlers.html"/><bt:Url id="Script" DefaultValue="https://app.example/handlers.js"/></bt:Urls>
        <bt:ShortStrings>
          <bt:String id="Group" DefaultValue="Stage"/>
          <bt:String id="Pane" DefaultValue="Open"><bt:Override Locale="de-DE" Value="Öffnen"/></bt:String>
          <bt:String id="Switch" DefaultValue="Don't &amp; do"/>
        </bt:ShortStrings>
        <bt:LongStrings><bt:String id="Long" DefaultValue="Opens the pane"/></bt:LongStrings>
      </Resources>
      <ExtendedPermissions><ExtendedPermission>${extendedPermission}</ExtendedPermission></ExtendedPermissions>
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>`;
}
