/** Things to brew and drink with: teapot, gaiwan, fairness jug, dripper, kettle, thermos, canister, tray, whisk. */
import type { Kit } from '../kit'
import type { Motif } from '../motif-parts'
import { dripper, grinder, kettle, press, thermos, tumbler } from './coffee-ware'
import { canister, cups, gaiwan, glassJug, teapot, tray } from './tea-ware'

export type WareKind =
  | 'teapot'
  | 'gaiwan'
  | 'jug'
  | 'cups'
  | 'dripper'
  | 'kettle'
  | 'thermos'
  | 'tumbler'
  | 'canister'
  | 'tray'
  | 'press'
  | 'grinder'
export interface Ware {
  kind: WareKind
  colour: string
  motif?: Motif
  metal?: boolean
}
export const ware = (kit: Kit, o: Ware): string => {
  const c = o.colour
  switch (o.kind) {
    case 'teapot':
      return teapot(kit, c, o.motif)
    case 'gaiwan':
      return gaiwan(kit, c, o.motif)
    case 'jug':
      return glassJug(kit, c)
    case 'cups':
      return cups(kit, c, o.motif)
    case 'dripper':
      return dripper(kit, c)
    case 'kettle':
      return kettle(kit, c)
    case 'thermos':
      return thermos(kit, c, o.motif)
    case 'tumbler':
      return tumbler(kit, c, o.motif)
    case 'canister':
      return canister(kit, c, o.motif)
    case 'tray':
      return tray(kit, c)
    case 'press':
      return press(kit, c)
    case 'grinder':
      return grinder(kit, c)
  }
}
