import { leave } from './deploy/leave'
import { runUpload } from './upload/run-upload'

void runUpload(process.argv.slice(2), { variables: process.env, say: console.log }).then(leave)
