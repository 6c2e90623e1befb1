// One file for esbuild, which would make each of them a file of its own to load: icons that several views show.
export { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
export { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
export { CloudArrowDownRegular } from '@fluentui/react-icons/svg/cloud-arrow-down';
export { CursorClickRegular } from '@fluentui/react-icons/svg/cursor-click';
export { DeleteRegular } from '@fluentui/react-icons/svg/delete';
export { EyeRegular } from '@fluentui/react-icons/svg/eye';
export { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
export { InfoRegular } from '@fluentui/react-icons/svg/info';
export { MailRegular } from '@fluentui/react-icons/svg/mail';
export { MailOffRegular } from '@fluentui/react-icons/svg/mail-off';
export { PersonRegular } from '@fluentui/react-icons/svg/person';
export { QuestionRegular } from '@fluentui/react-icons/svg/question';
export { SearchRegular } from '@fluentui/react-icons/svg/search';
export { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
