import { tokens } from '@fluentui/react-theme';
import type { GriffelStyle } from '@griffel/react';

/** The disc in which an icon says what it is about; high contrast takes the background away, so it has an edge as well. */
export const ROUND_ICON: GriffelStyle = {
  display: 'grid',
  placeItems: 'center',
  boxSizing: 'border-box',
  borderRadius: tokens.borderRadiusCircular,
  border: `1px solid ${tokens.colorTransparentStroke}`,
  backgroundColor: tokens.colorNeutralBackground3,
  color: tokens.colorNeutralForeground2,
};

/** Makes the disc one about a person. */
export const PERSONS_ICON: GriffelStyle = {
  backgroundColor: tokens.colorBrandBackground2,
  color: tokens.colorBrandForeground2,
};
