/** What HSDS 3.0 asks of each of its objects, as far as we write them: what must be there, and the form of what is. Anything it does not name is a mistake. */
import * as z from 'zod'

const id = z.uuid()
const text = z.string().min(1)
const phone = z.strictObject({ id, number: text, service_id: id.optional(), organization_id: id.optional(), location_id: id.optional() })
const schedule = z.strictObject({ id, service_id: id.optional(), location_id: id.optional(), description: text })
const address = z.strictObject({ id, location_id: id, address_1: text, city: text, state_province: text, postal_code: z.string(), country: z.string().length(2), address_type: z.enum(['physical', 'postal', 'virtual']) })

export const Location = z.strictObject({ id, location_type: z.enum(['physical', 'postal', 'virtual']), organization_id: id, name: text, addresses: z.array(address), schedules: z.array(schedule) })

export const Organization = z.strictObject({ id, name: text, description: text, phones: z.array(phone).optional(), locations: z.array(Location).optional() })

export const ServiceLine = z.strictObject({
  id,
  organization_id: id,
  name: text,
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  description: text.optional(),
  url: z.url().optional(),
  application_process: text.optional(),
  fees_description: text.optional(),
  wait_time: text.optional(),
  eligibility_description: text.optional(),
  alert: text.optional(),
  assured_date: z.iso.date().optional(),
  last_modified: z.iso.datetime().optional(),
})

export const Service = z.strictObject({
  ...ServiceLine.shape, organization: Organization, phones: z.array(phone), schedules: z.array(schedule),
  required_documents: z.array(z.strictObject({ id, service_id: id, document: text })),
})

export const Page = z.strictObject({
  total_items: z.int(), total_pages: z.int(), page_number: z.int(), size: z.int(), first_page: z.boolean(), last_page: z.boolean(), empty: z.boolean(), contents: z.array(z.unknown()),
})
