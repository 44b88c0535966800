/** The page's own defaults and the colours of WeChat's components; dark under data-theme="dark". */
export const pageCss = `
:root {
  --wx-brand: #07c160;
  --wx-brand-pressed: #06ad56;
  --wx-warn: #fa5151;
  --wx-link: #576b95;
  --wx-text: rgba(0, 0, 0, 0.9);
  --wx-text-secondary: rgba(0, 0, 0, 0.5);
  --wx-text-tertiary: rgba(0, 0, 0, 0.3);
  --wx-button: #f2f2f2;
  --wx-button-pressed: #e6e6e6;
  --wx-button-text: #06ae56;
  --wx-line: rgba(0, 0, 0, 0.1);
  --wx-panel: #fff;
  --wx-sunken: #f7f7f7;
  --wx-track: #e9e9e9;
  color-scheme: light;
}
:root[data-theme='dark'] {
  --wx-text: rgba(255, 255, 255, 0.8);
  --wx-text-secondary: rgba(255, 255, 255, 0.5);
  --wx-text-tertiary: rgba(255, 255, 255, 0.3);
  --wx-link: #7d90a9;
  --wx-button: rgba(255, 255, 255, 0.08);
  --wx-button-pressed: rgba(255, 255, 255, 0.12);
  --wx-button-text: #06ae56;
  --wx-line: rgba(255, 255, 255, 0.1);
  --wx-panel: #2c2c2c;
  --wx-sunken: #1e1e1e;
  --wx-track: rgba(255, 255, 255, 0.15);
  color-scheme: dark;
}
html, body { margin: 0; padding: 0; }
html { -webkit-text-size-adjust: 100%; scrollbar-width: none; }
body {
  min-height: 100%;
  font-family: -apple-system, 'PingFang SC', 'Helvetica Neue', 'Noto Sans CJK SC', sans-serif;
  font-size: 16px;
  line-height: normal;
  -webkit-tap-highlight-color: transparent;
  -webkit-user-select: none;
  user-select: none;
  cursor: default;
}
::-webkit-scrollbar { display: none; }
img { -webkit-user-drag: none; }
[hidden] { display: none !important; }
`
