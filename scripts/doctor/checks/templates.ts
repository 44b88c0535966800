import type { MessageTemplate } from '../../../cloudfunctions/_kit/documents/catalog'
import { isValueAllowed } from '../../../local/cloud/messages/template-values'
import { messageKinds } from '../../../shared/domain/message-kinds'
import type { MessageKind } from '../../../shared/domain/message-kinds'
import type { MessageFact } from '../../../shared/domain/message-kinds'
import { fitTemplateField, isTemplateField } from '../../../shared/domain/template-field'
import { error, ok, warning } from '../finding'
import type { Finding } from '../finding'
import { messageSamples } from '../message-samples'

type Templates = Readonly<Partial<Record<string, MessageTemplate>>>

/** Facts that read well when their end is missing; anything else is told whole or not at all. */
const prose = new Set<MessageFact>(['goods', 'carrier', 'store', 'hint', 'problem'])

const compare =
  'compare with 我的模板 at mp.weixin.qq.com, 订阅消息, and correct the fields in the console of the mini ' +
  'program (公司设置); only a person can see whether they are that template’s own'

/** Each kind of message has a template whose fields can hold what is told in it. */
export const templateFindings = (templates: Templates, where: string): Finding[] => [
  ...messageKinds.flatMap((kind) => {
    const template = templates[kind]
    if (!template)
      return [
        warning(
          `${where}: no template for ${kind}, such messages are not sent`,
          'pick one at mp.weixin.qq.com, 订阅消息 › 公共模板库, and set its id and fields in the console of the mini program',
        ),
      ]
    return findingsOf(kind, template, where)
  }),
  ...Object.keys(templates)
    .filter((kind) => !messageKinds.some((known) => known === kind))
    .map((kind) => warning(`${where}: there are no messages "${kind}"`, 'take its template out')),
]

/** Only those templates that are given. */
export const givenTemplateFindings = (templates: Templates, where: string): Finding[] =>
  templateFindings(templates, where).filter(({ says }) => !says.includes('no template for'))

function findingsOf(kind: MessageKind, { id, fields }: MessageTemplate, where: string): Finding[] {
  const problems = [
    ...(/^[\w-]{40,64}$/.test(id) ? [] : [`"${id}" is no template id: those have 43 characters`]),
    ...Object.entries(fields).flatMap(([field, fact]) => fieldProblem(kind, field, fact)),
    ...(Object.keys(fields).length === 0 ? ['it fills no field, and WeChat refuses that'] : []),
  ]
  return problems.length === 0
    ? [ok(`${where}: ${kind} fills ${Object.keys(fields).join(', ')}`)]
    : problems.map((problem) => error(`${where}: ${kind}: ${problem}`, compare))
}

function fieldProblem(kind: MessageKind, field: string, fact: MessageFact): string[] {
  if (!isTemplateField(field)) return [`WeChat has no field like ${field}`]
  for (const facts of messageSamples[kind]) {
    const value = facts[fact]
    if (value === undefined)
      return [`${field} is to hold ${fact}, which such a message never tells`]
    if (!holds(field, fact, value)) return [`${field} cannot hold ${fact} ("${value}")`]
  }
  return []
}

/** Whether WeChat takes what is sent in this field, and it still says what it should. */
function holds(field: string, fact: MessageFact, value: string): boolean {
  const sent = fitTemplateField(field, value)
  if (!isValueAllowed(field, sent)) return false
  const [before, after] = [meaningOf(value), meaningOf(sent)]
  return prose.has(fact) ? after.length * 2 >= before.length : after === before
}

/** Without blanks, signs of money and what marks a cut. */
const meaningOf = (text: string) => text.replace(/[^\p{L}\p{N}.:]/gu, '')
