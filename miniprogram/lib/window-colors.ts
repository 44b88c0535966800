/**
 * Colours of what WeChat draws itself: it takes no style variables, so these repeat `--y-surface`
 * of styles/tokens.wxss and theme.json; a test keeps them equal.
 */
export const windowColors = {
  light: { surface: '#ffffff', statusBarText: '#000000' },
  dark: { surface: '#161a19', statusBarText: '#ffffff' },
} as const
