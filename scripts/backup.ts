import { backUp } from './backup/back-up'
import { runScript } from './operate/run-script'

runScript(() => backUp(process.argv.slice(2), process.env, console.log))
