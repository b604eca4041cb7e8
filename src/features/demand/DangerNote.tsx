import { Note } from '../../ui/Note'
import { Words } from '../../ui/Words'
import { dangerWords } from './wording'

export function DangerNote({ tone = 'stone' }: { tone?: 'stone' | 'brick' }) {
  return <Note tone={tone} icon='alert'><Words>{dangerWords}</Words></Note>
}
