/** Every page of the app, once: app.config lists them from here and pages go to each other by these names. */
import { navigateBack, navigateTo, redirectTo, switchTab as toTab, getCurrentPages, useRouter } from '@tarojs/taro'
import { pages, tabs, type PageName, type TabName } from './pageList'

export { pages, tabs, type PageName, type TabName }

type None = Record<never, string>

/** What each page is called with. Everything travels as text. */
export interface Routes {
  'resident/service-item': { committeeId: string; slug: string }
  'resident/file-demand': { kind?: string; serviceSlug?: string; about?: string }
  'resident/demand-sent': { demandId: string; committeeId: string }
  'resident/my-demands': { filter?: string }
  'resident/demand': { demandId: string; committeeId: string }
  'resident/demand-step': { demandId: string; committeeId: string; step: string }
  'resident/my-household': None
  'resident/household-history': { committeeId: string; householdId: string }
  'resident/join-household': { committeeId?: string; code?: string }
  'resident/text-size': None
  'resident/about': None
  'resident/privacy': None
  'resident/my-data': None
  'resident/my-copy': None
  'resident/children': None
  'resident/door': { householdId?: string }
  'resident/complaint': None
  'resident/book-visit': { committeeId?: string; householdId?: string; about?: string; serviceSlug?: string; demandId?: string; visitId?: string }
  'resident/visit': { committeeId: string; visitId: string }
  'resident/my-visits': None
  'leader/inbox': None
  'leader/demand': { demandId: string; committeeId: string }
  'leader/door': { committeeId: string; householdId?: string; demandId?: string }
  'leader/enter': None
  'leader/households': None
  'archive/household-code': { committeeId?: string; householdId?: string }
  'archive/household': { committeeId: string; householdId: string }
  'archive/household-history': { committeeId: string; householdId: string }
  'leader/join-requests': None
  'leader/phone-list': None
  'leader/leave': None
  'leader/visits': { door?: string }
  'leader/visit': { committeeId: string; visitId: string }
  'staff/overview': None
  'archive/find-phone': None
  'archive/house-map': None
  'archive/house-lists': None
  'staff/demands': { filter?: string; demandId?: string }
  'staff/exports': None
  'staff/desk': None
  'staff/review': None
  'staff/rights': None
  'staff/ratings': None
  'staff/talents': None
  'staff/services': None
  'staff/templates': None
  'staff/meeting': { meetingId?: string }
  'staff/meetings': None
  'staff/minutes': { committeeId: string; meetingId: string }
  'staff/roster': None
  'staff/duty': None
  'staff/calendar': None
  'staff/settings': None
  'staff/import': None
}
export type Route = keyof Routes

/** Routes that may be opened without parameters leave them out. */
type Args<R extends Route> = object extends Routes[R] ? [params?: Routes[R]] : [params: Routes[R]]

export function addressOf<R extends Route>(route: R, ...[params]: Args<R>): string {
  const query = Object.entries(params ?? {})
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return `/${route}/index${query && `?${query}`}`
}

/** WeChat keeps at most ten pages; the eleventh takes the place of the last. */
export function go<R extends Route>(route: R, ...args: Args<R>): void {
  const url = addressOf(route, ...args)
  void (getCurrentPages().length >= 10 ? redirectTo({ url }) : navigateTo({ url }))
}

export function replace<R extends Route>(route: R, ...args: Args<R>): void {
  void redirectTo({ url: addressOf(route, ...args) })
}

export function switchTab(tab: TabName): void {
  void toTab({ url: `/pages/${tab}/index` })
}

/** A page opened from a link has nothing behind it: then home. */
export function back(): void {
  if (getCurrentPages().length > 1) void navigateBack()
  else switchTab('home')
}

/** What the open page was called with. */
export function useRoute<R extends Route>(_route: R): Partial<Routes[R]> {
  const { params } = useRouter()
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, plain(value)])) as Partial<Routes[R]>
}

/** WeChat hands parameters over still encoded, H5 decoded. */
function plain(value: string | undefined): string | undefined {
  return value && process.env.TARO_ENV === 'weapp' ? decodeURIComponent(value) : value
}
