const spinner = (colour: string): string =>
  `url("data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 80 80'><defs><linearGradient id='a' x1='94%' y1='5%' x2='64%' y2='62%'><stop offset='0' stop-color='${colour}' stop-opacity='0'/><stop offset='1' stop-color='${colour}' stop-opacity='.3'/></linearGradient><linearGradient id='b' x1='64%' y1='9%' x2='100%' y2='91%'><stop offset='0' stop-color='${colour}'/><stop offset='1' stop-color='${colour}' stop-opacity='.3'/></linearGradient></defs><path d='M40 0a40 40 0 0 1 0 80v-7a33 33 0 0 0 0-66z' fill='url(#b)'/><path d='M40 0v7a33 33 0 0 0 0 66v7a40 40 0 0 1 0-80z' fill='url(#a)'/><circle cx='40.5' cy='3.5' r='3.5' fill='${colour}'/></svg>`,
  )}")`

/** The spinner of loading buttons, 18 pixels, turning once a second. */
const SPINNER_DARK = spinner('#606060')
const SPINNER_LIGHT = spinner('#ffffff')

/**
 * WeChat's two looks of a button: the old one, and the one of `"style": "v2"` in app.json, which the
 * page carries as data-style on html. `:where` keeps the specificity that pages have to beat.
 */
export const buttonCss = `
wx-button {
  position: relative;
  display: block;
  box-sizing: border-box;
  margin-left: auto;
  margin-right: auto;
  padding-left: 14px;
  padding-right: 14px;
  overflow: hidden;
  font-size: 18px;
  line-height: 2.55555556;
  text-align: center;
  text-decoration: none;
  border-radius: 5px;
  color: #000;
  background-color: #f8f8f8;
  -webkit-tap-highlight-color: transparent;
}
wx-button::after {
  content: ' ';
  position: absolute;
  top: 0;
  left: 0;
  box-sizing: border-box;
  width: 200%;
  height: 200%;
  border: 1px solid rgba(0, 0, 0, 0.2);
  border-radius: 10px;
  transform: scale(0.5);
  transform-origin: 0 0;
  pointer-events: none;
}
wx-button[type='primary'] { color: #fff; background-color: #1aad19; }
wx-button[type='warn'] { color: #fff; background-color: #e64340; }
wx-button[size='mini'] {
  display: inline-block;
  padding: 0 1.34em;
  font-size: 13px;
  line-height: 2.3;
}
wx-button[plain] { color: #353535; border: 1px solid #353535; background-color: transparent; }
wx-button[plain][type='primary'] { color: #1aad19; border: 1px solid #1aad19; background-color: transparent; }
wx-button[plain][type='warn'] { color: #e64340; border: 1px solid #e64340; background-color: transparent; }
wx-button[plain]::after { border-width: 0; }
wx-button[disabled] { color: rgba(255, 255, 255, 0.6); }
wx-button[disabled]:not([type]), wx-button[disabled][type='default'] { color: rgba(0, 0, 0, 0.3); background-color: #f7f7f7; }
wx-button[disabled][type='primary'] { background-color: #9ed99d; }
wx-button[disabled][type='warn'] { background-color: #ec8b89; }
wx-button[disabled][plain] { color: rgba(0, 0, 0, 0.2); border: 1px solid rgba(0, 0, 0, 0.2); background-color: #f7f7f7; }
.button-hover { color: rgba(0, 0, 0, 0.6); background-color: #dedede; }
.button-hover[type='primary'] { color: rgba(255, 255, 255, 0.6); background-color: #179b16; }
.button-hover[type='warn'] { color: rgba(255, 255, 255, 0.6); background-color: #ce3c39; }
.button-hover[plain] { color: rgba(53, 53, 53, 0.6); border-color: rgba(53, 53, 53, 0.6); background-color: transparent; }
.button-hover[plain][type='primary'] { color: rgba(26, 173, 25, 0.6); border-color: rgba(26, 173, 25, 0.6); background-color: transparent; }
.button-hover[plain][type='warn'] { color: rgba(230, 67, 64, 0.6); border-color: rgba(230, 67, 64, 0.6); background-color: transparent; }
wx-button[loading]::before {
  content: ' ';
  display: inline-block;
  width: 18px;
  height: 18px;
  margin-right: 5px;
  vertical-align: middle;
  background: ${SPINNER_DARK} no-repeat;
  background-size: 100%;
  animation: wx-button-loading 1s linear infinite;
}
wx-button[loading][type='primary']::before, wx-button[loading][type='warn']::before { background-image: ${SPINNER_LIGHT}; }
wx-button[loading]:not([type]), wx-button[loading][type='default'] { color: rgba(0, 0, 0, 0.6); background-color: #dedede; }
wx-button[loading][type='primary'] { color: rgba(255, 255, 255, 0.6); background-color: #179b16; }
wx-button[loading][type='warn'] { color: rgba(255, 255, 255, 0.6); background-color: #ce3c39; }
wx-button[loading][plain] { background-color: transparent; }
wx-button[loading][plain]::before { background-image: ${SPINNER_DARK}; }
@keyframes wx-button-loading { to { transform: rotate(360deg); } }

:where(html[data-style='v2']) wx-button {
  padding: 8px 24px;
  font-size: 17px;
  font-weight: 700;
  line-height: 1.41176471;
  border-radius: 4px;
  color: var(--wx-button-text);
  background-color: var(--wx-button);
}
:where(html[data-style='v2']) wx-button::after { border-width: 0; }
:where(html[data-style='v2']) wx-button:not([size='mini']) { width: 184px; margin-left: auto; margin-right: auto; }
:where(html[data-style='v2']) wx-button[size='mini'] { width: auto; padding: 0 0.75em; font-size: 16px; line-height: 2; }
:where(html[data-style='v2']) wx-button[type='primary'] { color: #fff; background-color: var(--wx-brand); }
:where(html[data-style='v2']) wx-button[type='warn'] { color: var(--wx-warn); background-color: var(--wx-button); }
:where(html[data-style='v2']) wx-button[plain] { padding: 7px 23px; color: var(--wx-text); border: 1px solid var(--wx-text-secondary); background-color: transparent; }
:where(html[data-style='v2']) wx-button[plain][type='primary'] { color: var(--wx-brand); border-color: var(--wx-brand); background-color: transparent; }
:where(html[data-style='v2']) wx-button[plain][type='warn'] { color: var(--wx-warn); border-color: var(--wx-warn); background-color: transparent; }
:where(html[data-style='v2']) wx-button[disabled]:not([type]),
:where(html[data-style='v2']) wx-button[disabled][type='default'],
:where(html[data-style='v2']) wx-button[disabled][type='primary'],
:where(html[data-style='v2']) wx-button[disabled][type='warn'] { color: var(--wx-text-tertiary); background-color: var(--wx-button); }
:where(html[data-style='v2']) wx-button[disabled][plain] { border-color: var(--wx-text-tertiary); background-color: transparent; }
:where(html[data-style='v2']) .button-hover { color: var(--wx-button-text); background-color: var(--wx-button-pressed); }
:where(html[data-style='v2']) .button-hover[type='primary'] { color: #fff; background-color: var(--wx-brand-pressed); }
:where(html[data-style='v2']) .button-hover[type='warn'] { color: var(--wx-warn); background-color: var(--wx-button-pressed); }
:where(html[data-style='v2']) wx-button[loading]:not([type]), :where(html[data-style='v2']) wx-button[loading][type='default'] { color: var(--wx-button-text); background-color: var(--wx-button-pressed); }
:where(html[data-style='v2']) wx-button[loading][type='primary'] { color: #fff; background-color: var(--wx-brand-pressed); }
:where(html[data-style='v2']) wx-button[loading][type='warn'] { color: var(--wx-warn); background-color: var(--wx-button-pressed); }
:where(html[data-style='v2']) wx-button[loading][type='warn']::before { background-image: ${SPINNER_DARK}; }
`
