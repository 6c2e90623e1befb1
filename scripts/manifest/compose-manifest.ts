import { composeResources, iconId } from './compose-resources.ts';
import { iconPath, LIST_ICON_SIZES, MOBILE_ICON_SIZES, MOBILE_SCALES, RIBBON_ICON_SIZES } from './icon-files.ts';
import type { IconName } from './icon-files.ts';
import type { ManifestOptions } from './manifest-options.ts';
import { DESCRIPTION, DISPLAY_NAME, GERMAN_CULTURES } from './manifest-texts.ts';
import type { LONG_TEXTS, ManifestText, SHORT_TEXTS } from './manifest-texts.ts';
import { xml } from './xml-fragment.ts';
import type { XmlFragment } from './xml-fragment.ts';

/** Raised with every change of what this file writes: see manifest.released.json. The fourth part is the company's. */
const RELEASE = '1.0.1';

/** The version of a manifest that a company deploys for the first time. */
export const MANIFEST_VERSION = `${RELEASE}.0`;

type TextId = keyof typeof SHORT_TEXTS | keyof typeof LONG_TEXTS;

function overrides(text: ManifestText): readonly XmlFragment[] {
  return GERMAN_CULTURES.map((culture) => xml`<Override Locale="${culture}" Value="${text.de}" />`);
}

function ribbonButton(
  id: string,
  texts: 'Read' | 'Compose' | 'Switch',
  icon: IconName,
  action: XmlFragment,
): XmlFragment {
  const label: TextId = texts === 'Switch' ? 'Switch.Label' : 'Name';
  const title: TextId = texts === 'Switch' ? 'Switch.Label' : `${texts}.Title`;
  const description: TextId = `${texts}.Description`;
  const images = RIBBON_ICON_SIZES.map(
    (size) => xml`<bt:Image size="${String(size)}" resid="${iconId(icon, size)}" />`,
  );
  return xml`<Control xsi:type="Button" id="${id}">
  <Label resid="${label}" />
  <Supertip>
    <Title resid="${title}" />
    <Description resid="${description}" />
  </Supertip>
  <Icon>
    ${images}
  </Icon>
  ${action}
</Control>`;
}

function commandSurface(surface: string, groupId: string, controls: readonly XmlFragment[]): XmlFragment {
  return xml`<ExtensionPoint xsi:type="${surface}">
  <OfficeTab id="TabDefault">
    <Group id="${groupId}">
      <Label resid="Name" />
      ${controls}
    </Group>
  </OfficeTab>
</ExtensionPoint>`;
}

function readSurface(): XmlFragment {
  const action = xml`<Action xsi:type="ShowTaskpane">
  <SourceLocation resid="Pane.Url" />
  <SupportsPinning>true</SupportsPinning>
  <SupportsNoItemContext>true</SupportsNoItemContext>
</Action>`;
  return commandSurface('MessageReadCommandSurface', 'readGroup', [
    ribbonButton('readPane', 'Read', 'readback', action),
  ]);
}

function composeSurface(): XmlFragment {
  const showPane = xml`<Action xsi:type="ShowTaskpane">
  <SourceLocation resid="Pane.Url" />
  <SupportsPinning>true</SupportsPinning>
</Action>`;
  const toggle = xml`<Action xsi:type="ExecuteFunction">
  <FunctionName>toggleTracking</FunctionName>
</Action>`;
  return commandSurface('MessageComposeCommandSurface', 'composeGroup', [
    ribbonButton('composePane', 'Compose', 'readback', showPane),
    ribbonButton('composeSwitch', 'Switch', 'switch', toggle),
  ]);
}

function launchEvents(options: ManifestOptions): XmlFragment {
  // PromptUser: the sender can always send anyway when our files can't be reached (docs/outlook/onmessagesend-onappointmentsend-events.md).
  const send = xml`<LaunchEvent Type="OnMessageSend" FunctionName="onMessageSendHandler" SendMode="PromptUser" />`;
  return xml`<ExtensionPoint xsi:type="LaunchEvent">
  <LaunchEvents>
    <LaunchEvent Type="OnMessageCompose" FunctionName="onMessageComposeHandler" />
    ${options.profile === 'full' ? [send] : []}
  </LaunchEvents>
  <SourceLocation resid="Handlers.Page" />
</ExtensionPoint>`;
}

function mobileFormFactor(): XmlFragment {
  const images = MOBILE_ICON_SIZES.flatMap((size) =>
    MOBILE_SCALES.map(
      (scale) =>
        xml`<bt:Image size="${String(size)}" scale="${String(scale)}" resid="${iconId('readback', size * scale)}" />`,
    ),
  );
  return xml`<MobileFormFactor>
  <ExtensionPoint xsi:type="MobileMessageReadCommandSurface">
    <Group id="mobileGroup">
      <Label resid="Name" />
      <Control xsi:type="MobileButton" id="mobilePane">
        <Label resid="Name" />
        <Icon xsi:type="bt:MobileIconList">
          ${images}
        </Icon>
        <Action xsi:type="ShowTaskpane">
          <SourceLocation resid="Pane.Url" />
        </Action>
      </Control>
    </Group>
  </ExtensionPoint>
</MobileFormFactor>`;
}

function versionOverrides(options: ManifestOptions): XmlFragment {
  const { app, clientId } = options;
  return xml`<VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
    <Requirements>
      <bt:Sets DefaultMinVersion="1.5">
        <bt:Set Name="Mailbox" />
      </bt:Sets>
    </Requirements>
    <Hosts>
      <Host xsi:type="MailHost">
        <Runtimes>
          <Runtime resid="Handlers.Page">
            <Override type="javascript" resid="Handlers.Script" />
          </Runtime>
        </Runtimes>
        <DesktopFormFactor>
          <SupportsSharedFolders>true</SupportsSharedFolders>
          <FunctionFile resid="Handlers.Page" />
          ${[readSurface(), composeSurface(), launchEvents(options)]}
        </DesktopFormFactor>
        ${mobileFormFactor()}
      </Host>
    </Hosts>
    ${composeResources(app)}
    <WebApplicationInfo>
      <Id>${clientId}</Id>
      <Resource>${`api://${new URL(app).host}/${clientId}`}</Resource>
      <Scopes>
        <Scope>access_as_user</Scope>
        <Scope>openid</Scope>
        <Scope>profile</Scope>
      </Scopes>
    </WebApplicationInfo>
    <ExtendedPermissions>
      <ExtendedPermission>AppendOnSend</ExtendedPermission>
    </ExtendedPermissions>
  </VersionOverrides>
</VersionOverrides>`;
}

/** What an Outlook without add-in commands shows; required, and ignored where VersionOverrides are read. */
function formSettings(app: string): XmlFragment {
  return xml`<FormSettings>
  <Form xsi:type="ItemRead">
    <DesktopSettings>
      <SourceLocation DefaultValue="${`${app}/taskpane.html`}" />
      <RequestedHeight>450</RequestedHeight>
    </DesktopSettings>
  </Form>
  <Form xsi:type="ItemEdit">
    <DesktopSettings>
      <SourceLocation DefaultValue="${`${app}/taskpane.html`}" />
    </DesktopSettings>
  </Form>
</FormSettings>`;
}

/** The whole manifest.xml of one installation, ready to be uploaded. */
export function composeManifest(options: ManifestOptions): string {
  const { app } = options;
  const manifest = xml`<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp
  xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"
  xsi:type="MailApp">
  <Id>${options.id}</Id>
  <Version>${`${RELEASE}.${options.revision}`}</Version>
  <ProviderName>Readback</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="${DISPLAY_NAME.en}">
    ${overrides(DISPLAY_NAME)}
  </DisplayName>
  <Description DefaultValue="${DESCRIPTION.en}">
    ${overrides(DESCRIPTION)}
  </Description>
  <IconUrl DefaultValue="${`${app}/${iconPath('readback', LIST_ICON_SIZES.standard)}`}" />
  <HighResolutionIconUrl DefaultValue="${`${app}/${iconPath('readback', LIST_ICON_SIZES.high)}`}" />
  <SupportUrl DefaultValue="${app}/support.html" />
  <AppDomains>
    <AppDomain>${app}</AppDomain>
  </AppDomains>
  <Hosts>
    <Host Name="Mailbox" />
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.5">
      <Set Name="Mailbox" />
    </Sets>
  </Requirements>
  ${formSettings(app)}
  <Permissions>ReadWriteItem</Permissions>
  <Rule xsi:type="RuleCollection" Mode="Or">
    <Rule xsi:type="ItemIs" ItemType="Message" FormType="Read" />
    <Rule xsi:type="ItemIs" ItemType="Message" FormType="Edit" />
  </Rule>
  <DisableEntityHighlighting>true</DisableEntityHighlighting>
  ${versionOverrides(options)}
</OfficeApp>
`;
  return manifest.markup;
}
