/** The sheet that a `<picker>` opens over the phone; it carries its own rules with it. */
export const pickerSheetCss = `
.wx-picker-sheet {
  position: absolute;
  inset: 0;
  z-index: 500;
  pointer-events: auto;
  overflow: hidden;
  font: 17px/1.4 -apple-system, 'PingFang SC', 'Helvetica Neue', 'Noto Sans CJK SC', sans-serif;
  -webkit-user-select: none;
  user-select: none;
  --picker-ground: #fff;
  --picker-ground-fade: rgba(255, 255, 255, 0.95);
  --picker-ground-thin: rgba(255, 255, 255, 0.6);
  --picker-text: rgba(0, 0, 0, 0.9);
  --picker-quiet: rgba(0, 0, 0, 0.5);
  --picker-line: rgba(0, 0, 0, 0.1);
}
.wx-picker-sheet[data-theme='dark'] {
  --picker-ground: #2c2c2c;
  --picker-ground-fade: rgba(44, 44, 44, 0.95);
  --picker-ground-thin: rgba(44, 44, 44, 0.6);
  --picker-text: rgba(255, 255, 255, 0.8);
  --picker-quiet: rgba(255, 255, 255, 0.5);
  --picker-line: rgba(255, 255, 255, 0.1);
}
.wx-picker-sheet-mask { position: absolute; inset: 0; background: rgba(0, 0, 0, 0.6); opacity: 0; transition: opacity 0.3s; }
.wx-picker-sheet-panel {
  position: absolute;
  left: 0;
  right: 0;
  bottom: 0;
  padding-bottom: env(safe-area-inset-bottom, 0);
  border-radius: 12px 12px 0 0;
  background: var(--picker-ground);
  color: var(--picker-text);
  transform: translateY(100%);
  transition: transform 0.3s;
}
.wx-picker-sheet[data-open] .wx-picker-sheet-mask { opacity: 1; }
.wx-picker-sheet[data-open] .wx-picker-sheet-panel { transform: none; }
.wx-picker-sheet-head { display: flex; align-items: center; justify-content: space-between; height: 56px; padding: 0 16px; }
.wx-picker-sheet-title { flex: 1; overflow: hidden; font-size: 15px; font-weight: 700; text-align: center; text-overflow: ellipsis; white-space: nowrap; }
.wx-picker-sheet-button { padding: 8px 0; border: 0; background: none; color: var(--picker-quiet); font: inherit; cursor: default; }
.wx-picker-sheet-button[data-confirm] { color: #07c160; font-weight: 500; }
.wx-picker-sheet-body { display: flex; position: relative; height: 280px; overflow: hidden; }
.wx-picker-sheet-body::before, .wx-picker-sheet-body::after { content: ''; position: absolute; left: 0; right: 0; z-index: 1; height: 112px; pointer-events: none; }
.wx-picker-sheet-body::before { top: 0; border-bottom: 0.5px solid var(--picker-line); background: linear-gradient(180deg, var(--picker-ground-fade), var(--picker-ground-thin)); }
.wx-picker-sheet-body::after { bottom: 0; border-top: 0.5px solid var(--picker-line); background: linear-gradient(0deg, var(--picker-ground-fade), var(--picker-ground-thin)); }
.wx-picker-sheet-column { flex: 1; min-width: 0; height: 100%; overflow: hidden; outline: 0; touch-action: none; }
.wx-picker-sheet-column::before, .wx-picker-sheet-column::after { content: ''; display: block; height: 112px; }
.wx-picker-sheet-item { height: 56px; padding: 0 4px; overflow: hidden; line-height: 56px; text-align: center; text-overflow: ellipsis; white-space: nowrap; }
`
