import { Note } from '../../ui/Note'

/** Tables lie on a PC; a phone brings none in, and carries nothing of how that is done. */
export function ImportSteps() {
  return <Note>表格要在电脑上打开“导入住户”这一页来选。手机上看得到导入过的，也能撤回。</Note>
}
