/** WeChat's colours and shapes, light and dark, for everything that is WeChat's and not a page's. */
export const LOOK = `
.wxs { position: fixed; inset: 0; z-index: 1; pointer-events: none; overflow: hidden;
  font: 17px/1.4 -apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", system-ui, sans-serif;
  -webkit-text-size-adjust: 100%; -webkit-tap-highlight-color: transparent; color: var(--wxs-text);
  --wxs-page: #ededed; --wxs-surface: #fff; --wxs-dialog: #fff; --wxs-sheet: #f7f7f7; --wxs-fill: rgba(0,0,0,.05); --wxs-card: #fff;
  --wxs-press: #ececec; --wxs-text: rgba(0,0,0,.9); --wxs-text-2: rgba(0,0,0,.58); --wxs-text-3: rgba(0,0,0,.42);
  --wxs-line: rgba(0,0,0,.1); --wxs-brand: #07c160; --wxs-brand-press: #06ad56; --wxs-on-brand: #fff;
  --wxs-link: #576b95; --wxs-danger: #e64340; --wxs-scrim: rgba(0,0,0,.55);
  --wxs-pay: #1d585b; --wxs-pay-press: #164648; --wxs-note: #faf1de; --wxs-note-text: #845500 }
.wxs[data-theme="dark"] {
  --wxs-page: #111; --wxs-surface: #191919; --wxs-dialog: #2c2c2c; --wxs-sheet: #1e1e1e; --wxs-fill: rgba(255,255,255,.07); --wxs-card: #2a2a2a;
  --wxs-press: #373737; --wxs-text: rgba(255,255,255,.86); --wxs-text-2: rgba(255,255,255,.56); --wxs-text-3: rgba(255,255,255,.42);
  --wxs-line: rgba(255,255,255,.09); --wxs-link: #8fa3c4; --wxs-danger: #fa6d6a; --wxs-scrim: rgba(0,0,0,.66);
  --wxs-pay: #2b7675; --wxs-pay-press: #22605f; --wxs-note: #322812; --wxs-note-text: #ddb05f; color-scheme: dark }
:where(.wxs) *, :where(.wxs) *::before, :where(.wxs) *::after { box-sizing: border-box }
:where(.wxs) p, :where(.wxs) h2, :where(.wxs) h3, :where(.wxs) ul, :where(.wxs) li { margin: 0; padding: 0; font: inherit; list-style: none }
:where(.wxs) button { appearance: none; border: 0; margin: 0; padding: 0; background: none; font: inherit; color: inherit; cursor: pointer; text-align: inherit }
:where(.wxs) input, :where(.wxs) textarea { appearance: none; border: 0; margin: 0; padding: 0; width: 100%; background: none; font: inherit; color: inherit; caret-color: var(--wxs-brand) }
:where(.wxs) input:focus, :where(.wxs) textarea:focus, :where(.wxs) button:focus, .wxs-panel:focus { outline: none }
.wxs ::placeholder { color: var(--wxs-text-3) }
.wxs[data-keyboard] button:focus-visible { outline: 2px solid var(--wxs-link); outline-offset: -2px }
.wxs svg { flex: none; display: block }

.wxs-layer { position: absolute; inset: 0; pointer-events: auto; display: flex; flex-direction: column }
.wxs-scrim { position: absolute; inset: 0; background: var(--wxs-scrim); animation: wxs-fade .2s ease-out }
.wxs-panel { position: relative; display: flex; flex-direction: column; min-height: 0 }
.wxs-layer[data-placement="center"] { align-items: center; justify-content: center; padding: 24px }
.wxs-layer[data-placement="center"] > .wxs-panel { width: 100%; max-width: 320px; max-height: 90%; border-radius: 12px; overflow: hidden; background: var(--wxs-dialog); animation: wxs-pop .2s ease-out }
.wxs-layer[data-placement="bottom"] { justify-content: flex-end }
.wxs-layer[data-placement="bottom"] > .wxs-panel { max-height: 86%; border-radius: 12px 12px 0 0; overflow: hidden; background: var(--wxs-sheet); padding-bottom: 34px; animation: wxs-rise .3s cubic-bezier(.2,.7,.3,1) }
.wxs-layer[data-placement="full"] > .wxs-panel { flex: 1; background: var(--wxs-page); animation: wxs-slide .3s cubic-bezier(.2,.7,.3,1) }
.wxs-layer[data-leaving] { pointer-events: none }
.wxs-layer[data-leaving] > .wxs-scrim { animation: wxs-fade .18s ease-in reverse forwards }
.wxs-layer[data-leaving][data-placement="center"] > .wxs-panel { animation: wxs-fade .18s ease-in reverse forwards }
.wxs-layer[data-leaving][data-placement="bottom"] > .wxs-panel { animation: wxs-rise .2s ease-in reverse forwards }
.wxs-layer[data-leaving][data-placement="full"] > .wxs-panel { animation: wxs-slide .2s ease-in reverse forwards }
@keyframes wxs-fade { from { opacity: 0 } }
@keyframes wxs-pop { from { opacity: 0; transform: scale(1.06) } }
@keyframes wxs-rise { from { transform: translateY(100%) } }
@keyframes wxs-slide { from { transform: translateX(100%) } }
@keyframes wxs-drop { from { opacity: 0; transform: translateY(-110%) } }
@keyframes wxs-turn { to { transform: rotate(1turn) } }
@media (prefers-reduced-motion: reduce) { .wxs .wxs-panel, .wxs .wxs-scrim { animation-name: wxs-fade !important; animation-duration: .12s !important } }

.wxs-scroll { flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain }
.wxs-bar { flex: none; display: grid; grid-template-columns: 1fr auto 1fr; align-items: center; height: 88px; padding: 44px 8px 0; font-weight: 600 }
.wxs-bar > :last-child { justify-self: end }
.wxs-bar button { min-width: 44px; height: 44px; padding: 0 10px; font-weight: 400; display: inline-flex; align-items: center }
.wxs-head { flex: none; display: grid; grid-template-columns: 44px 1fr 44px; align-items: center; height: 56px; padding: 0 8px; text-align: center; font-size: 16px; font-weight: 600 }
.wxs-head button { width: 44px; height: 44px; display: grid; place-items: center }
.wxs-button { display: block; width: 184px; margin: 0 auto; min-height: 48px; padding: 8px 16px; border-radius: 8px; font-weight: 500; text-align: center; color: var(--wxs-link); background: var(--wxs-fill) }
.wxs-button[data-primary] { color: var(--wxs-on-brand); background: var(--wxs-brand) }
.wxs-button[data-primary]:active { background: var(--wxs-brand-press) }
.wxs-button:disabled { opacity: .45; cursor: default }
.wxs-buttons { display: flex; gap: 16px; justify-content: center; padding: 24px }
.wxs-buttons .wxs-button { flex: 1; width: auto; max-width: 184px; margin: 0 }
.wxs-list { background: var(--wxs-surface) }
.wxs-cell { display: flex; align-items: center; gap: 12px; width: 100%; min-height: 56px; padding: 12px 16px; position: relative }
.wxs-cell + .wxs-cell::before { content: ""; position: absolute; top: 0; left: 16px; right: 0; border-top: 1px solid var(--wxs-line); transform: scaleY(.5); transform-origin: top }
button.wxs-cell:active { background: var(--wxs-press) }
.wxs-grow { flex: 1; min-width: 0 }
.wxs-small { font-size: 14px; line-height: 1.45; color: var(--wxs-text-2) }
.wxs-tiny { font-size: 12px; line-height: 1.4; color: var(--wxs-text-3) }
.wxs-one { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.wxs-caption { padding: 16px 16px 6px; font-size: 14px; color: var(--wxs-text-2) }
.wxs-link { color: var(--wxs-link) }
.wxs-article { padding: 24px; font-size: 15px; color: var(--wxs-text-2) }
.wxs-article h2 { font-size: 20px; font-weight: 600; color: var(--wxs-text) }
.wxs-article p { margin-top: 16px }
`
