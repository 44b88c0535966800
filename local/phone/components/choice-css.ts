/** The tick of WeChat's check boxes and radios, drawn in a colour. */
const TICK =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path d='M8.66 18.59 3.3 13.23l1.42-1.41 3.94 3.94L18.9 5.5l1.42 1.42z'/></svg>"

const tickMask = `url("data:image/svg+xml,${encodeURIComponent(TICK)}")`

/** Boxes with a tick: v1 square and round outlines, v2 as in WeUI. */
export const choiceCss = `
wx-checkbox, wx-radio { display: inline-block; -webkit-tap-highlight-color: transparent; }
.wx-checkbox-input, .wx-radio-input {
  display: inline-block;
  position: relative;
  box-sizing: border-box;
  width: 22px;
  height: 22px;
  margin-right: 5px;
  border: 1px solid #d1d1d1;
  background-color: #fff;
  color: #1aad19;
  vertical-align: middle;
}
.wx-checkbox-input { border-radius: 3px; }
.wx-radio-input { border-radius: 50%; }
.wx-checkbox-input.wx-checkbox-input-checked::before,
.wx-radio-input.wx-radio-input-checked::before {
  content: '';
  position: absolute;
  inset: 0;
  background: currentColor;
  -webkit-mask: ${tickMask} center / 80% no-repeat;
  mask: ${tickMask} center / 80% no-repeat;
}
.wx-radio-input.wx-radio-input-checked { border-color: #1aad19; background-color: #1aad19; color: #fff; }
.wx-checkbox-input.wx-checkbox-input-disabled, .wx-radio-input.wx-radio-input-disabled { background-color: #e1e1e1; color: #adadad; }
:where(html[data-style='v2']) .wx-checkbox-input, :where(html[data-style='v2']) .wx-radio-input {
  border-color: var(--wx-text-tertiary);
  background-color: transparent;
  color: #fff;
}
:where(html[data-style='v2']) .wx-checkbox-input.wx-checkbox-input-checked,
:where(html[data-style='v2']) .wx-radio-input.wx-radio-input-checked {
  border-color: var(--wx-brand);
  background-color: var(--wx-brand);
  color: #fff;
}
:where(html[data-style='v2']) .wx-checkbox-input.wx-checkbox-input-disabled,
:where(html[data-style='v2']) .wx-radio-input.wx-radio-input-disabled { opacity: 0.3; }
`
