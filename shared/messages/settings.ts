import { group } from './define'

/** Language and look, and who one is. */
export const settings = group({
  'zh-CN': {
    title: '语言与外观',
    language: '语言',
    look: '外观',
    system: '跟随手机',
    light: '浅色',
    dark: '深色',
    profileTitle: '名字和头像',
    avatar: '头像',
    avatarAction: '换头像',
    nickname: '名字',
    nicknameHint: '想让店里怎么叫你',
    nicknameMissing: '写一个名字再保存',
    saving: '正在保存',
    uploadFailed: '头像没传上去，名字还在，再试一次',
    privacy: '名字和头像给店里看；评价和拼团时，别人也看得到。随时可以改。',
    avatarWaiting: '新头像在检查，通过后别人才看得到。',
    avatarRefused: '上次选的头像没有通过检查，别人看到的还是原来的。',
  },
  en: {
    title: 'Language and look',
    language: 'Language',
    look: 'Look',
    system: 'Follow the phone',
    light: 'Light',
    dark: 'Dark',
    profileTitle: 'Name and picture',
    avatar: 'Picture',
    avatarAction: 'Change picture',
    nickname: 'Name',
    nicknameHint: 'What the shop may call you',
    nicknameMissing: 'Write a name first',
    saving: 'Saving',
    uploadFailed: 'The picture did not arrive. Try again',
    privacy:
      'The shop sees your name and picture; others do in reviews and groups. Change them any time.',
    avatarWaiting: 'Your new picture is being checked. Others see it after that.',
    avatarRefused: 'The last picture did not pass the check. Others still see the one before.',
  },
})
