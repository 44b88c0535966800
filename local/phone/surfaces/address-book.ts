import { type Address, addressLine, sampleAddresses } from './address'
import { editAddress } from './address-form'
import { chooseFrom } from './choice-page'
import type { Stage } from './stage'
import { wechatMemory } from './wechat-memory'

/** WeChat's address book; `undefined` when the user leaves without an address. */
export function chooseAddress(stage: Stage): Promise<Address | undefined> {
  const memory = wechatMemory(stage.host, 'addresses', sampleAddresses)
  return chooseFrom<Address>(stage, {
    name: 'address-book',
    title: '收货地址',
    addText: '新增地址',
    load: memory.read,
    save: memory.write,
    describe: (address) => ({
      title: address.userName,
      note: address.telNumber,
      line: addressLine(address),
    }),
    async edit(address) {
      const edit = await editAddress(stage, address)
      if (edit.kind === 'saved') return edit.address
      return edit.kind === 'deleted' ? 'deleted' : undefined
    },
  })
}
