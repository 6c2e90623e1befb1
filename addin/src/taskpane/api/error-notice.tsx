import { useTranslation } from 'react-i18next';
import PlugDisconnected from '@fluentui/react-icons/svg/plug-disconnected';
