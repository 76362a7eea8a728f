import type { ThemeConfig } from 'antd';

/** Quiet colours; every text colour reaches 4.5 : 1 on white and on the grey of heads and stripes (WCAG AA). */
export const themeOf = (large: boolean): ThemeConfig => ({
  token: {
    colorPrimary: '#1d5c87',
    colorInfo: '#1d5c87',
    colorSuccess: '#2a6f3c',
    colorWarning: '#8a5a00',
    colorError: '#b3261e',
    colorText: '#1f2328',
    colorTextSecondary: '#4b5158',
    colorTextTertiary: '#5b626a',
    colorTextDescription: '#5b626a',
    colorTextPlaceholder: '#666d75',
    colorTextDisabled: '#6b7280',
    colorLink: '#1d5c87',
    colorBgLayout: '#f3f5f7',
    colorBorder: '#c3c9d0',
    colorBorderSecondary: '#e1e5e9',
    borderRadius: 4,
    fontSize: large ? 18 : 14,
    controlHeight: large ? 42 : 32,
    motion: false,
    fontFamily: `system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif`,
  },
  components: {
    Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 8, headerBg: '#eef1f4', rowHoverBg: '#f0f5f9' },
    Layout: { headerBg: '#1d4f73', headerColor: '#ffffff', headerHeight: large ? 60 : 48, headerPadding: '0 16px' },
    Tabs: { horizontalMargin: '0' },
  },
});
