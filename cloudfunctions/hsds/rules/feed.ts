/** What is public, as the Human Services Data Specification 3.0 writes it (docs.openreferral.org). A field with nothing to say is left out. */
import type { Id, Instant } from '../../../contract/values'

export interface OpenService {
  id: Id
  committeeId: Id
  title: string
  summary: string
  audience: string
  materials: string[]
  steps: string[]
  place: string
  hours: string
  phone: string | null
  fee: string
  timeLimit: string
  url: string | null
  caution: string | null
  /** ISO day. */
  asOf: string
  modified: Instant
}

export interface OpenCommittee {
  id: Id
  name: string
  street: string
  address: string | null
  phone: string | null
  hours: string | null
}

/** A stable UUID of what hangs on `of`, by its name there. */
export type Derive = (of: Id, name: string) => Id

type Fields = Record<string, unknown>

const filled = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''))

/** Fields of the service itself, as they stand in a list. */
export function serviceLine(service: OpenService): Fields {
  return filled({
    id: service.id,
    organization_id: service.committeeId,
    name: service.title,
    description: service.summary,
    url: service.url,
    status: 'active',
    application_process: [...service.steps.map((step, index) => `${index + 1}. ${step}`), service.place && `在哪办：${service.place}`].filter(Boolean).join('\n'),
    fees_description: service.fee,
    wait_time: service.timeLimit,
    eligibility_description: service.audience,
    alert: service.caution,
    assured_date: service.asOf,
    last_modified: service.modified,
  })
}

/** With everything that hangs on it; who checked it stays here. */
export function wholeService(service: OpenService, committee: OpenCommittee, derive: Derive): Fields {
  const { id } = service
  return {
    ...serviceLine(service),
    organization: organizationLine(committee),
    phones: service.phone ? [{ id: derive(id, 'phone'), service_id: id, number: service.phone }] : [],
    schedules: service.hours ? [{ id: derive(id, 'hours'), service_id: id, description: service.hours }] : [],
    required_documents: service.materials.map((document, index) => ({ id: derive(id, `document ${index}`), service_id: id, document })),
  }
}

export function organizationLine(committee: OpenCommittee): Fields {
  return { id: committee.id, name: committee.name, description: `${committee.street}的居民委员会` }
}

export function wholeOrganization(committee: OpenCommittee, derive: Derive): Fields {
  return {
    ...organizationLine(committee),
    phones: committee.phone ? [{ id: derive(committee.id, 'phone'), organization_id: committee.id, number: committee.phone }] : [],
    locations: committee.address === null ? [] : [location(committee, derive)],
  }
}

/** Where a committee sits. The specification wants a postal code, which nobody gave us: it is empty, not made up. */
export function location(committee: OpenCommittee, derive: Derive): Fields {
  const id = derive(committee.id, 'location')
  return {
    id,
    location_type: 'physical',
    organization_id: committee.id,
    name: committee.name,
    addresses: [{ id: derive(id, 'address'), location_id: id, address_1: committee.address ?? '', city: '上海', state_province: '上海市', postal_code: '', country: 'CN', address_type: 'physical' }],
    schedules: committee.hours ? [{ id: derive(id, 'hours'), location_id: id, description: committee.hours }] : [],
  }
}

/** @param page from 1 */
export function envelope(contents: readonly Fields[], total: number, page: number, perPage: number): Fields {
  const pages = Math.ceil(total / perPage)
  return {
    total_items: total, total_pages: pages, page_number: page, size: contents.length,
    first_page: page === 1, last_page: page >= pages, empty: contents.length === 0, contents,
  }
}
