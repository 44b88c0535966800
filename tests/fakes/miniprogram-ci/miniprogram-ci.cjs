// Stands for the package of that name: takes what it documents and nothing else, and keeps what it
// was called with in CALLS. What the description says decides how it ends.
const fs = require('node:fs')

const takes = {
  project: ['appid', 'type', 'projectPath', 'privateKeyPath', 'ignores'],
  upload: [
    'project',
    'version',
    'setting',
    'desc',
    'robot',
    'threads',
    'useCOS',
    'onProgressUpdate',
  ],
  preview: ['test', 'qrcodeFormat', 'qrcodeOutputDest', 'pagePath', 'searchQuery', 'scene'],
  setting: [
    ...['useProjectConfig', 'es6', 'es7', 'minify', 'codeProtect', 'minifyJS', 'minifyWXML'],
    ...['minifyWXSS', 'autoPrefixWXSS', 'disableUseStrict', 'compileWorklet'],
  ],
}
takes.preview.push(...takes.upload)

const calls = []
function note(name, options) {
  const unknown = Object.keys(options).filter((key) => !takes[name].includes(key))
  if (unknown.length > 0) throw new Error(`${name} takes no ${unknown.join(', ')}`)
  calls.push([name, options])
  fs.writeFileSync(process.env.CALLS, JSON.stringify(calls))
}

class Project {
  constructor(options) {
    note('project', options)
    this.options = options
  }
}

async function send(name, options) {
  note(name, options)
  note('setting', options.setting)
  const { desc, project } = options
  if (desc === 'stray') {
    void Promise.reject(new Error('Error: getaddrinfo ENOTFOUND servicewechat.com'))
    await new Promise(() => {})
  }
  if (desc === 'invalid ip')
    throw new Error('20003 {"errCode":-10008,"errMsg":"invalid ip: 1.2.3.4"}')
  if (desc === 'talkative')
    throw new Error(`private key ${fs.readFileSync(project.options.privateKeyPath, 'utf8')}`)
  if (name === 'preview') fs.writeFileSync(options.qrcodeOutputDest, 'a picture')
}

module.exports = {
  Project,
  proxy: (url) => calls.push(['proxy', url]),
  upload: (options) => send('upload', options),
  preview: (options) => send('preview', options),
}
