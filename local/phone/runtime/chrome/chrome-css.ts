import { NAVIGATION_BAR_HEIGHT, STATUS_BAR_HEIGHT } from '../../wx/screen'

const BARS = STATUS_BAR_HEIGHT + NAVIGATION_BAR_HEIGHT

/** How the phone's own parts look: status bar, capsule, navigation bar, tab bar, page layers. */
export const CHROME_CSS = `
html, body { margin: 0; height: 100%; overflow: hidden; background: #fff; }
body { font: 17px/1.4 -apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans',
  'Noto Sans CJK SC', system-ui, sans-serif; -webkit-user-select: none; user-select: none;
  -webkit-tap-highlight-color: transparent; }
.phone { position: fixed; inset: 0; overflow: hidden; }
:where(.phone) button { appearance: none; border: 0; margin: 0; padding: 0; background: none; font: inherit;
  color: inherit; cursor: pointer; }
.phone svg { display: block; }
.phone [hidden] { display: none !important; }

.layers { position: absolute; inset: 0; overflow: hidden; }
.layer { position: absolute; inset: 0; display: flex; flex-direction: column; visibility: hidden;
  background: var(--background); }
.layer[data-visible] { visibility: visible; }
.layer[data-moving] { box-shadow: 0 0 24px rgba(0, 0, 0, .12); will-change: transform; }
.layer iframe { display: block; flex: 1; min-height: 0; width: 100%; border: 0; }
.view { position: relative; flex: 1; min-height: 0; display: flex; flex-direction: column;
  overflow: hidden; }

.bar { position: relative; flex: none; box-sizing: border-box; height: ${BARS}px;
  padding: ${STATUS_BAR_HEIGHT}px 100px 0; display: grid; place-items: center;
  background: var(--bar); color: var(--bar-text); transition: background .15s, color .15s; }
.bar-title { display: flex; align-items: center; gap: 6px; max-width: 100%; overflow: hidden;
  white-space: nowrap; text-overflow: ellipsis; font-size: 17px; font-weight: 600; }
.bar-title span { overflow: hidden; text-overflow: ellipsis; }
.bar-left { position: absolute; left: 0; top: ${STATUS_BAR_HEIGHT}px; height: 44px; display: flex; }
.bar-left button { width: 44px; height: 44px; display: grid; place-items: center; }
.bar-left button:active { opacity: .5; }
.spin { animation: phone-turn 1s linear infinite; }
@keyframes phone-turn { to { transform: rotate(1turn); } }

.pull { position: absolute; top: 0; left: 0; right: 0; height: 60px; display: grid;
  place-items: center; background: var(--background); color: var(--dots); }
.pull-dots { display: flex; gap: 8px; }
.pull-dots i { width: 6px; height: 6px; border-radius: 3px; background: currentColor; opacity: .25; }
.pull[data-open] i { animation: phone-dot .9s infinite; }
.pull[data-open] i:nth-child(2) { animation-delay: .15s; }
.pull[data-open] i:nth-child(3) { animation-delay: .3s; }
@keyframes phone-dot { 0%, 60%, 100% { opacity: .25; } 30% { opacity: .9; } }
.pulled { position: relative; flex: 1; min-height: 0; display: flex; background: var(--content); }
.pulled[data-settling] { transition: transform .25s ease-out; }

.tabs { position: relative; flex: none; box-sizing: border-box; display: flex;
  height: calc(49px + var(--bottom)); padding-bottom: var(--bottom); background: var(--tabs);
  --bottom: 34px; }
.tabs::before { content: ''; position: absolute; top: 0; left: 0; right: 0; height: 1px;
  background: var(--tabs-line); transform: scaleY(.5); transform-origin: top; }
.tabs button { position: relative; flex: 1; min-width: 0; height: 49px; display: flex;
  flex-direction: column; align-items: center; justify-content: center; gap: 2px; font-size: 10px;
  line-height: 14px; color: var(--tab); }
.tabs button[aria-selected=true] { color: var(--tab-selected); }
.tabs img { width: 27px; height: 27px; display: block; }
.tabs .text-only { font-size: 16px; line-height: 24px; }
.badge { position: absolute; top: 3px; left: 50%; margin-left: 6px; box-sizing: border-box;
  min-width: 16px; height: 16px; padding: 0 4px; border-radius: 8px; background: #fa5151;
  color: #fff; font-size: 10px; line-height: 16px; text-align: center; font-weight: 500; }
.badge[data-dot] { min-width: 8px; width: 8px; height: 8px; padding: 0; border-radius: 4px;
  margin-left: 8px; }

.status { position: absolute; top: 0; left: 0; right: 0; height: ${STATUS_BAR_HEIGHT}px;
  box-sizing: border-box; padding: 6px 26px 0 34px; display: flex; align-items: center;
  justify-content: space-between; font-size: 15px; font-weight: 600; letter-spacing: .2px;
  font-variant-numeric: tabular-nums; color: var(--status); z-index: 2; }
.status-right { display: flex; align-items: center; gap: 6px; }
.capsule { position: absolute; top: ${STATUS_BAR_HEIGHT + 4}px; right: 7px; width: 87px;
  height: 32px; box-sizing: border-box; border-radius: 16px; display: flex; z-index: 2;
  color: var(--status); border: .5px solid; border-color: rgba(0, 0, 0, .1);
  background: rgba(255, 255, 255, .6); }
.phone[data-status=white] .capsule { background: rgba(0, 0, 0, .15);
  border-color: rgba(255, 255, 255, .25); }
.capsule button { flex: 1; display: grid; place-items: center; }
.capsule button:active { opacity: .5; }
.capsule::after { content: ''; position: absolute; left: 50%; top: 7px; bottom: 7px; width: .5px;
  background: currentColor; opacity: .2; }
.indicator { position: absolute; bottom: 8px; left: 50%; width: 134px; height: 5px;
  margin-left: -67px; border-radius: 3px; background: var(--indicator, #000); opacity: .9;
  pointer-events: none; z-index: 5; }
.phone:has(.surfaces [data-surface][data-placement=full]) .status { z-index: 5; color: #000;
  pointer-events: none; }
.phone[data-theme=dark]:has(.surfaces [data-surface][data-placement=full]) .status,
.phone:has(.surfaces [data-surface=viewer]) .status { color: #fff; }
.surfaces { position: absolute; inset: 0; pointer-events: none; z-index: 4; }
:where(.phone) :focus-visible { outline: 2px solid #576b95; outline-offset: -3px; }

.closed { position: absolute; inset: 0; z-index: 5; display: grid; place-content: center; gap: 20px;
  justify-items: center; background: #ededed; color: rgba(0, 0, 0, .9); }
.closed button { min-width: 184px; height: 48px; border-radius: 8px; background: #07c160;
  color: #fff; font-weight: 500; }
.phone[data-theme=dark] .closed { background: #111; color: rgba(255, 255, 255, .8); }

.problems { position: absolute; inset: ${BARS}px 0 0; z-index: 6; overflow: auto;
  box-sizing: border-box; padding: 20px 16px 48px; background: #2b1d1d; color: #ffe9e6;
  font: 13px/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans CJK SC', monospace;
  -webkit-user-select: text; user-select: text; }
.problems h2 { margin: 0 0 12px; font: 600 17px/1.4 system-ui, sans-serif; }
.problems article { margin: 0 0 14px; padding: 12px; border-radius: 8px;
  background: rgba(255, 255, 255, .06); overflow-wrap: anywhere; white-space: pre-wrap; }
.problems .place { color: #ffb4a8; }
.problems button { padding: 8px 14px; border-radius: 6px; background: rgba(255, 255, 255, .14);
  font: 500 14px/1.4 system-ui, sans-serif; }
@media (prefers-reduced-motion: reduce) { .pulled[data-settling], .bar { transition: none; } }
`
