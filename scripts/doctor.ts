import { leave } from './deploy/leave'
import { runDoctor } from './doctor/run-doctor'

void runDoctor(process.argv.slice(2), { variables: process.env, say: console.log }).then(leave)
