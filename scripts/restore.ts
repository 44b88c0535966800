import { restore } from './backup/back-up'
import { runScript } from './operate/run-script'

runScript(() => restore(process.argv.slice(2), process.env, console.log))
