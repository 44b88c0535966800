import { leave } from './deploy/leave'
import { runWechatCheck } from './wechat-check/run-wechat-check'

// It ends the process: the compilers leave workers behind.
void runWechatCheck({ say: console.log }).then(leave)
