// Read by app.config at build time as well, so nothing of the running app is imported here.
export const tabs = [
  { name: 'home', word: '首页', icon: 'home' },
  { name: 'services', word: '服务', icon: 'service' },
  { name: 'messages', word: '消息', icon: 'message' },
  { name: 'me', word: '我的', icon: 'me' },
] as const
export type TabName = (typeof tabs)[number]['name']

export const pages = {
  resident: [
    'service-item', 'file-demand', 'demand-sent', 'my-demands', 'demand', 'demand-step', 'my-household', 'household-history', 'join-household',
    'text-size', 'about', 'privacy', 'my-data', 'my-copy', 'children', 'door', 'complaint', 'book-visit', 'visit', 'my-visits',
  ],
  leader: ['inbox', 'demand', 'door', 'enter', 'households', 'join-requests', 'phone-list', 'leave', 'visits', 'visit'],
  // A household as those who serve it keep it: apart, for it is heavy and not always looked at.
  archive: ['household', 'household-code', 'household-history', 'find-phone', 'house-map', 'house-lists'],
  staff: ['overview', 'demands', 'desk', 'review', 'rights', 'ratings', 'talents', 'services', 'templates', 'roster', 'duty', 'calendar', 'settings', 'import', 'exports', 'meeting', 'meetings', 'minutes'],
} as const
export type PageName = { [P in keyof typeof pages]: `${P}/${(typeof pages)[P][number]}` }[keyof typeof pages]
